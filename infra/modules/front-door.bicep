// A firewall in front of the app. With it, Capture__TrustedProxies is 2: Front Door and Azure's own front end both append an address.
param name string
param tags object
param appHost string

resource policy 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies@2025-03-01' = {
  name: 'waf${replace(name, '-', '')}'
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }
  properties: {
    policySettings: { enabledState: 'Enabled', mode: 'Prevention' }
    customRules: {
      rules: [
        {
          name: 'HeaderBetweenHostAndWorker'
          priority: 90
          ruleType: 'MatchRule'
          action: 'Block'
          // The Functions host and its worker find each other by it: with one from outside, a request waits 15 seconds for nothing.
          matchConditions: [{ matchVariable: 'RequestHeader', selector: 'x-ms-invocation-id', operator: 'Any', matchValue: [] }]
        }
        {
          name: 'TooManyFromOneAddress'
          priority: 100
          ruleType: 'RateLimitRule'
          action: 'Block'
          // The app itself answers 429 from 120 posts a minute; this stops what no person does.
          rateLimitDurationInMinutes: 1
          rateLimitThreshold: 600
          matchConditions: [{ matchVariable: 'RequestUri', operator: 'Contains', matchValue: ['/'] }]
        }
      ]
    }
  }
}

resource profile 'Microsoft.Cdn/profiles@2025-04-15' = {
  name: 'afd-${name}'
  location: 'global'
  tags: tags
  sku: { name: 'Standard_AzureFrontDoor' }

  resource endpoint 'afdEndpoints' = {
    name: name
    location: 'global'
    tags: tags
    properties: { enabledState: 'Enabled' }

    resource route 'routes' = {
      name: 'all'
      properties: {
        originGroup: { id: profile::app.id }
        patternsToMatch: ['/*']
        supportedProtocols: ['Http', 'Https']
        httpsRedirect: 'Enabled'
        forwardingProtocol: 'HttpsOnly'
        linkToDefaultDomain: 'Enabled'
      }
      dependsOn: [profile::app::function]
    }
  }

  resource app 'originGroups' = {
    name: 'app'
    properties: {
      loadBalancingSettings: { sampleSize: 4, successfulSamplesRequired: 3 }
      healthProbeSettings: { probePath: '/health', probeRequestType: 'GET', probeProtocol: 'Https', probeIntervalInSeconds: 120 }
    }

    resource function 'origins' = {
      name: 'function'
      properties: { hostName: appHost, originHostHeader: appHost, httpsPort: 443, enabledState: 'Enabled', enforceCertificateNameCheck: true }
    }
  }

  resource firewall 'securityPolicies' = {
    name: 'firewall'
    properties: {
      parameters: {
        type: 'WebApplicationFirewall'
        wafPolicy: { id: policy.id }
        associations: [{ domains: [{ id: profile::endpoint.id }], patternsToMatch: ['/*'] }]
      }
    }
  }
}

output hostName string = profile::endpoint.properties.hostName
