// Asks from outside whether leads can be kept and due work is done, and tells somebody when they are not.
param name string
param location string
param tags object
param insightsId string
param appAddress string
param actionGroupId string
@description('The function key of DrainOnDemand. Empty: nobody outside wakes the drain. Readers of the resource can see it; all it can do is to make due work be done.')
@secure()
param drainKey string

resource ready 'Microsoft.Insights/webtests@2022-06-15' = {
  name: name
  location: location
  // Application Insights finds its tests by this tag.
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: name
    Name: name
    Enabled: true
    Kind: 'standard'
    Frequency: 300
    Timeout: 30
    RetryEnabled: true
    Locations: [{ Id: 'us-ca-sjc-azr' }, { Id: 'us-tx-sn1-azr' }, { Id: 'us-il-ch1-azr' }]
    Request: { RequestUrl: '${appAddress}/health/ready', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource away 'Microsoft.Insights/metricAlerts@2026-01-01' = {
  name: 'alert-away-${name}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Two of three places cannot reach /health/ready: visitors see no form, or nobody\'s request can be kept.'
    severity: 0
    enabled: true
    scopes: [ready.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: ready.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

// The second wake path: timers have been known to stop (azure-functions-host#11828), and then this does what they do.
resource drain 'Microsoft.Insights/webtests@2022-06-15' = if (!empty(drainKey)) {
  name: 'drain-${name}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'drain-${name}'
    Name: 'drain-${name}'
    Enabled: true
    Kind: 'standard'
    Frequency: 300
    Timeout: 120
    RetryEnabled: false
    Locations: [{ Id: 'us-ca-sjc-azr' }]
    Request: {
      RequestUrl: '${appAddress}/api/ops/drain'
      HttpVerb: 'POST'
      ParseDependentRequests: false
      Headers: [{ key: 'x-functions-key', value: drainKey }]
    }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true }
  }
}
