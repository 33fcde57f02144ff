// A second account in another region: leads that come while the first is away wait here, and copies of all rows are kept here. All of it is sealed by the app.
@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
param principalId string
param spillTable string
param locked bool

var tableDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource service 'tableServices' = {
    name: 'default'

    // The copies have a table for each day, which the app makes and removes.
    resource spill 'tables' = { name: spillTable }
  }
}

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  name: 'leads-stay'
  scope: account
  properties: { level: 'CanNotDelete' }
}

resource contribute 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, tableDataContributor)
  scope: account
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: tableDataContributor }
}

output tableEndpoint string = account.properties.primaryEndpoints.table
