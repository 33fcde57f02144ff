// E-mail of Azure Communication Services with a domain of Azure's. The app sends through SendGrid; this is for a clinic that will change.
param name string
param tags object

resource service 'Microsoft.Communication/emailServices@2025-05-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: { dataLocation: 'United States' }

  resource domain 'domains' = {
    name: 'AzureManagedDomain'
    location: 'global'
    properties: { domainManagement: 'AzureManaged', userEngagementTracking: 'Disabled' }
  }
}
