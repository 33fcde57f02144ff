// Who is told, and of what. docs/operations.md says of each alert what it means and what to do.
param environmentName string
param location string
param tags object
param addresses string[]
param workspaceId string
param appName string
@description('Whether the provider\'s webhook is set up, so that its silence means something.')
param webhookExpected bool

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-leads-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'leads'
    enabled: true
    emailReceivers: [for (address, index) in addresses: { name: 'address-${index}', emailAddress: address, useCommonAlertSchema: true }]
  }
}

// What the app says when something is wrong, word for word: a test holds each against the app's own log messages.
var sayings = [
  { name: 'due-late', severity: 1, says: 'Due work is late by', meaning: 'Due work is more than ten minutes late.' }
  { name: 'lead-not-stored', severity: 0, says: 'A lead could not be stored.', meaning: 'Somebody asked for help and was told to call instead.' }
  { name: 'provider-refuses', severity: 1, says: 'Sending pauses: the mail provider does not take our key or sender.', meaning: '401 or 403 from the mail provider: nothing is sent.' }
  { name: 'provider-silent', severity: 1, says: 'posts of the last minute were not answered.', meaning: 'The mail provider does not answer: sending pauses by itself.' }
  { name: 'dead-letter', severity: 2, says: 'is given up:', meaning: 'A mail will not be tried again; staff should call.' }
  { name: 'shard-unread', severity: 2, says: 'could not be read.', meaning: 'The due work of a shard cannot be read.' }
  { name: 'row-unread', severity: 2, says: 'it is left where it is.', meaning: 'A row of storage cannot be read.' }
  { name: 'month-locked', severity: 0, says: 'does not open: leads of this month can neither be read nor stored', meaning: 'A key of the settings is missing: leads cannot be read or stored.' }
  { name: 'digest-refused', severity: 2, says: 'The digest of', meaning: 'The morning\'s digest was not accepted.' }
  { name: 'system-given-up', severity: 2, says: 'was given up for', meaning: 'A system of the clinic has not taken a message for five days.' }
  { name: 'system-gone', severity: 2, says: 'says that it is gone (410)', meaning: 'A system of the clinic wants no more messages, and is turned off.' }
  { name: 'system-forgotten', severity: 2, says: 'webhooks waited for 30 days', meaning: 'Messages for a system of the clinic were thrown away unsent.' }
  { name: 'scrub-left', severity: 2, says: 'cannot be mended by itself.', meaning: 'The weekly look at all rows found something that somebody has to look at.' }
  { name: 'webhook-keyless', severity: 2, says: 'Events are refused:', meaning: 'The webhook comes and no verification key is set.' }
]

resource said 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [for saying in sayings: {
  name: 'alert-${saying.name}-${environmentName}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'LeadFunctions ${environmentName}: ${saying.name}'
    description: saying.meaning
    severity: saying.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where AppRoleName =~ "${appName}" | where SeverityLevel >= 3 | where Message contains "${saying.says}"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: { actionGroups: [told.id] }
  }
}]

var questions = [
  {
    name: 'server-errors'
    severity: 1
    meaning: 'More than five answers of 500 and above in five minutes.'
    window: 'PT5M'
    query: 'AppRequests | where AppRoleName =~ "${appName}" | where toint(ResultCode) >= 500'
    above: 5
    enabled: true
  }
  {
    name: 'drain-stopped'
    severity: 1
    meaning: 'The minute timer has not run for fifteen minutes.'
    window: 'PT15M'
    query: 'AppTraces | where AppRoleName =~ "${appName}" | summarize runs = countif(Message startswith "Executing \'Functions.Drain\'") | where runs == 0'
    above: 0
    enabled: true
  }
  {
    name: 'webhook-silent'
    severity: 2
    meaning: 'Mails were accepted in the last day, and the provider told of none.'
    window: 'P1D'
    query: 'AppTraces | where AppRoleName =~ "${appName}" | summarize sent = countif(Message endswith ": Accepted."), told = countif(Message startswith "Kept ") | where sent > 0 and told == 0'
    above: 0
    enabled: webhookExpected
  }
]

resource asked 'Microsoft.Insights/scheduledQueryRules@2026-03-01' = [for question in questions: {
  name: 'alert-${question.name}-${environmentName}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'LeadFunctions ${environmentName}: ${question.name}'
    description: question.meaning
    severity: question.severity
    enabled: question.enabled
    scopes: [workspaceId]
    evaluationFrequency: question.window == 'P1D' ? 'PT1H' : 'PT5M'
    windowSize: question.window
    autoMitigate: true
    criteria: {
      allOf: [{ query: question.query, timeAggregation: 'Count', operator: 'GreaterThan', threshold: question.above }]
    }
    actions: { actionGroups: [told.id] }
  }
}]

output actionGroupId string = told.id
