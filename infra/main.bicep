// Everything that one environment of LeadFunctions is in Azure, in one resource group. `azd up` and the workflow deploy.yml both deploy this file.
targetScope = 'resourceGroup'

@description('What the environment is called: prod, staging, a name. It goes into the names and the tags.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('Where everything is; Flex Consumption and the .NET 10 worker must be offered there.')
param location string = resourceGroup().location

@description('Where visitors reach the app, https, no slash at the end. Empty: the address that Azure gives it.')
param publicBaseUrl string = ''

@description('Origins of the clinic\'s websites whose pages hold a form, such as https://www.example.com.')
param origins string[] = []

@description('Who works with leads: address;role, the role being staff, marketing or admin.')
@minLength(1)
param staff string[]

@description('Standard, or Hipaa.')
@allowed(['Standard', 'Hipaa'])
param complianceMode string = 'Standard'

@description('How much mail to staff tells: minimal or full.')
@allowed(['minimal', 'full'])
param digestDetail string = 'minimal'

@description('How long leads of each status are kept, as days.hours:minutes:seconds; a status that is not named is kept for ever.')
param retention string = 'new=730.00:00:00;contacted=730.00:00:00;booked=3650.00:00:00;closed=365.00:00:00;spam=30.00:00:00;quarantined=90.00:00:00'

@description('Verification keys of the provider\'s signed Event Webhook; public keys, newest first. Empty: the webhook answers 503.')
param webhookPublicKeys string[] = []

@description('The clinic\'s own systems that are told of leads: name;https address. The vault holds the secret of each as webhook-NAME; with name;address;changing messages are signed with webhook-NAME-old besides.')
param systems string[] = []

@description('Who is told when an alert fires.')
@minLength(1)
param alertAddresses string[]

@description('What the environment may cost in a month before somebody is told, in the currency of the subscription.')
@minValue(1)
param monthlyBudget int = 100

@description('The first day of the month from which the budget counts; Azure wants it not to change between deployments.')
param budgetStart string

@description('Object id of whoever sets the secrets in the vault: a person or a group. Empty: nobody is given the right here.')
param vaultOfficerId string = ''

@description('Memory of one instance. 2048 is enough for the 64 requests at once that it takes.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@description('Instances at most.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Locks and purge protection, which keep leads from being deleted with the group. Off only where an environment is thrown away.')
param protectData bool = true

@description('The function key of DrainOnDemand, once the app is there: then an outside test does every five minutes what the timer does each minute.')
@secure()
param drainKey string = ''

@description('A web application firewall and a name of the clinic\'s own in front (Azure Front Door). It costs a monthly fee.')
param frontDoor bool = false

@description('E-mail of Azure Communication Services, for a clinic that will send through it. The app sends through SendGrid.')
param communicationEmail bool = false

@description('With communicationEmail: the secret by which the app knows Event Grid, the same as acs-event-secret in the vault. Empty at first: Event Grid asks the app, so the app comes first.')
@secure()
param acsEventSecret string = ''

@description('Where a collector takes OTLP, for traces, metrics and logs beside those of Application Insights. Empty: nowhere.')
param otlpEndpoint string = ''

@description('Region of a second account: leads wait there while the first region is away, and copies of all rows are kept there. Empty: none of both.')
param spillLocation string = ''

// Thirteen characters that are this group's alone: storage accounts and vaults share their names with the whole world.
var token = uniqueString(resourceGroup().id, environmentName)
var names = {
  app: 'func-leads-${environmentName}-${token}'
  data: 'stleads${token}'
  host: 'stlhost${token}'
  spill: 'stspill${token}'
  vault: 'kv-leads-${token}'
}
var tags = { app: 'leadfunctions', environment: environmentName, 'azd-env-name': environmentName }
var appAddress = empty(publicBaseUrl) ? 'https://${names.app}.azurewebsites.net' : publicBaseUrl
var told = map(systems, system => split(system, ';'))
var tables = { leads: 'leads', events: 'events', spill: 'spill' }

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: 'id-leads-${environmentName}'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    name: 'leads-${environmentName}'
    location: location
    tags: tags
    publisherPrincipalId: identity.properties.principalId
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  params: {
    name: names.host
    location: location
    tags: tags
    principalId: identity.properties.principalId
  }
}

module dataStorage 'modules/data-storage.bicep' = {
  params: {
    name: names.data
    location: location
    tags: tags
    principalId: identity.properties.principalId
    tables: [tables.leads, tables.events]
    locked: protectData
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  params: {
    name: names.vault
    location: location
    tags: tags
    principalId: identity.properties.principalId
    officerId: vaultOfficerId
    purgeProtection: protectData
    workspaceId: monitoring.outputs.workspaceId
  }
}

module hosting 'modules/hosting.bicep' = {
  params: {
    name: names.app
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    identityId: identity.id
    identityClientId: identity.properties.clientId
    hostStorageName: hostStorage.outputs.name
    packagesContainerUri: hostStorage.outputs.packagesUri
    insightsConnectionString: monitoring.outputs.connectionString
    workspaceId: monitoring.outputs.workspaceId
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    settings: union(
      {
        Leads__StorageEndpoint: dataStorage.outputs.tableEndpoint
        Leads__Table: tables.leads
        Leads__EventsTable: tables.events
        Leads__Pepper: vault.outputs.references.pepper
        Leads__SigningKeys__0: vault.outputs.references.signingKey
        Encryption__Keys__0: vault.outputs.references.encryptionKey
        Leads__PublicBaseUrl: appAddress
        Email__Provider: 'SendGrid'
        SendGrid__ApiKey: vault.outputs.references.sendGridKey
        SendGrid__BaseUrl: 'https://api.sendgrid.com'
        Digest__Detail: digestDetail
        Digest__Schedule: '0 */15 * * * *'
        FollowUp__Schedule: '0 * * * * *'
        Overdue__Schedule: '0 */5 * * * *'
        Stats__Schedule: '0 */10 * * * *'
        Marketing__Schedule: '0 20 * * * *'
        Privacy__Schedule: '30 * * * * *'
        Retention__Schedule: '0 30 9 * * *'
        Webhooks__Schedule: '15 * * * * *'
        Spill__Schedule: '45 * * * * *'
        Backup__Schedule: '0 */5 8-11 * * *'
        Scrub__Schedule: '0 */5 12-15 * * 0'
        Leads__Retention: retention
        Compliance__Mode: complianceMode
        Capture__TrustedProxies: frontDoor ? '2' : '1'
      },
      empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint },
      // A reference to a secret that is not in the vault yet would stop the start.
      empty(acsEventSecret) ? {} : { Acs__EventSecrets__0: vault.outputs.references.acsEventSecret },
      empty(spillLocation) ? {} : {
        SecondAccount__StorageEndpoint: spill!.outputs.tableEndpoint
        SecondAccount__SpillTable: tables.spill
      },
      toObject(range(0, length(staff)), index => 'Staff__Members__${index}', index => staff[index]),
      toObject(range(0, length(origins)), index => 'Cors__Origins__${index}', index => origins[index]),
      toObject(range(0, length(webhookPublicKeys)), index => 'SendGrid__WebhookPublicKeys__${index}', index => webhookPublicKeys[index]),
      toObject(range(0, length(told)), index => 'Webhooks__Endpoints__${index}__Name', index => told[index][0]),
      toObject(range(0, length(told)), index => 'Webhooks__Endpoints__${index}__Url', index => told[index][1]),
      toObject(range(0, length(told)), index => 'Webhooks__Endpoints__${index}__Secrets__0', index => '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName=webhook-${told[index][0]})'),
      toObject(filter(range(0, length(told)), index => length(told[index]) > 2), index => 'Webhooks__Endpoints__${index}__Secrets__1', index => '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName=webhook-${told[index][0]}-old)')
    )
  }
}

module alerts 'modules/alerts.bicep' = {
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    addresses: alertAddresses
    workspaceId: monitoring.outputs.workspaceId
    appName: hosting.outputs.name
    webhookExpected: !empty(webhookPublicKeys)
  }
}

module availability 'modules/availability.bicep' = {
  params: {
    name: 'ready-leads-${environmentName}'
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    appAddress: appAddress
    actionGroupId: alerts.outputs.actionGroupId
    drainKey: drainKey
  }
}

module workbook 'modules/workbook.bicep' = {
  params: {
    location: location
    tags: tags
    title: 'LeadFunctions ${environmentName}'
    workspaceId: monitoring.outputs.workspaceId
  }
}

module budget 'modules/budget.bicep' = {
  params: {
    name: 'budget-leads-${environmentName}'
    amount: monthlyBudget
    startDate: budgetStart
    addresses: alertAddresses
  }
}

module door 'modules/front-door.bicep' = if (frontDoor) {
  params: {
    name: 'leads${environmentName}'
    tags: tags
    appHost: hosting.outputs.hostName
  }
}

module email 'modules/communication-email.bicep' = if (communicationEmail) {
  params: {
    name: 'email-leads-${environmentName}'
    tags: tags
    eventsUrl: empty(acsEventSecret) ? '' : '${appAddress}/api/email-events/acs?secret=${acsEventSecret}'
  }
}

module spill 'modules/spill-storage.bicep' = if (!empty(spillLocation)) {
  params: {
    name: names.spill
    location: spillLocation
    tags: tags
    principalId: identity.properties.principalId
    spillTable: tables.spill
    locked: protectData
  }
}

output AZURE_FUNCTION_APP_NAME string = hosting.outputs.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output APP_ADDRESS string = appAddress
output FRONT_DOOR_HOST string = frontDoor ? door!.outputs.hostName : ''
output ACS_ENDPOINT string = communicationEmail ? email!.outputs.endpoint : ''
output SECOND_ACCOUNT_ENDPOINT string = empty(spillLocation) ? '' : spill!.outputs.tableEndpoint
