// The plan and the function app: Flex Consumption, .NET 10 isolated.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param hostStorageName string
param packagesContainerUri string
@description('Says where telemetry goes; it is not a secret, since only the app\'s identity may write there.')
param insightsConnectionString string
param workspaceId string
param instanceMemory int
param maximumInstances int
@description('The app\'s own settings; secrets among them are references to the vault.')
param settings object

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesContainerUri
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemory
        maximumInstanceCount: maximumInstances
        // A visitor must not wait for a start, and the drain must not wait for a visitor.
        alwaysReady: [
          { name: 'http', instanceCount: 1 }
          { name: 'function:Drain', instanceCount: 1 }
        ]
        // What host.json allows one instance at once.
        triggers: { http: { perInstanceConcurrency: 64 } }
      }
    }
    siteConfig: { minTlsVersion: '1.2', ftpsState: 'Disabled', http20Enabled: true }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(settings, {
      // GET / would show a page of Microsoft's, without the security headers of ours.
      AzureWebJobsDisableHomepage: 'true'
      AzureWebJobsStorage__accountName: hostStorageName
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: identityClientId
      // The app's credential (Azure.Identity) finds its identity by this name.
      AZURE_CLIENT_ID: identityClientId
      APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
      // A pre-warmed placeholder crashes with .NET 10 (azure-functions-dotnet-worker#3335): start without one.
      WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'
    })
  }

  // Only tokens of Entra ID may publish.
  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource scm 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output name string = app.name
output hostName string = app.properties.defaultHostName
