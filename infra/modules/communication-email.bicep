// E-mail of Azure Communication Services with a domain of Azure's, and its events to the app. For a clinic that sends through it:
// Email__Provider and Acs__Endpoint choose it.
param name string
param tags object
@description('The address that events are posted to, with the secret in it. Empty: none are posted yet; Event Grid asks the app whether it wants them when this is deployed, so the app comes first.')
@secure()
param eventsUrl string

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

resource communication 'Microsoft.Communication/communicationServices@2025-05-01' = {
  name: 'acs-${name}'
  location: 'global'
  tags: tags
  properties: { dataLocation: 'United States', linkedDomains: [service::domain.id] }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: 'events-${name}'
  location: 'global'
  tags: tags
  properties: { source: communication.id, topicType: 'Microsoft.Communication.CommunicationServices' }

  // The address is not shown again by anybody who reads the subscription. A day of tries is the most that Event Grid does.
  resource mails 'eventSubscriptions' = if (!empty(eventsUrl)) {
    name: 'mails'
    properties: {
      eventDeliverySchema: 'EventGridSchema'
      destination: {
        endpointType: 'WebHook'
        properties: {
          endpointUrl: eventsUrl
          maxEventsPerBatch: 100
          preferredBatchSizeInKilobytes: 64
        }
      }
      filter: {
        includedEventTypes: [
          'Microsoft.Communication.EmailDeliveryReportReceived'
          'Microsoft.Communication.EmailEngagementTrackingReportReceived'
        ]
      }
      retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    }
  }
}

output endpoint string = 'https://${communication.properties.hostName}'
