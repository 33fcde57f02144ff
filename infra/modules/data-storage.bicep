// Where leads are: tables, reached by the app's identity and by nobody's key.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param principalId string
param tables string[]
param locked bool
param workspaceId string

var tableDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  // Three zones of the region: one that burns down takes no lead with it.
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource service 'tableServices' = {
    name: 'default'

    // Made here, since the app makes none: it starts without asking the network anything.
    resource kept 'tables' = [for table in tables: { name: table }]
  }
}

// Tables have no undelete. The lock keeps an operator from deleting the account; the app's role has no right to.
resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'leads-stay'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'Leads are here, and tables have no undelete. See docs/operations.md.' }
}

resource contribute 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: tableDataContributor }
}

// Writes and deletions by whom and when. Keys hold no name and no address, so neither does this log.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: account::service
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

output tableEndpoint string = account.properties.primaryEndpoints.table
