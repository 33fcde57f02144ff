// The secrets, by name only: their values are set once by a person (docs/operations.md) and are in no file and no deployment.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param principalId string
param officerId string
param purgeProtection bool
param workspaceId string

var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')
var secretsOfficer = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')

resource vault 'Microsoft.KeyVault/vaults@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    // Azure takes true or nothing.
    enablePurgeProtection: purgeProtection ? true : null
  }
}

resource read 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: secretsUser }
}

resource set 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(officerId)) {
  name: guid(vault.id, officerId, secretsOfficer)
  scope: vault
  properties: { principalId: officerId, roleDefinitionId: secretsOfficer }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

output name string = vault.name

// Without a version, so that a new one is taken by itself within a day.
output references object = {
  pepper: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=leads-pepper)'
  signingKey: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=leads-signing-key)'
  sendGridKey: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=sendgrid-api-key)'
  encryptionKey: '@Microsoft.KeyVault(VaultName=${vault.name};SecretName=encryption-key)'
}
