using 'main.bicep'

// One file for every environment: what differs comes from the environment's variables (`azd env set NAME VALUE`, or the variables of the GitHub
// environment). Lists are parted by commas. The secrets of the app are
// no parameters: they are set in the vault (docs/operations.md).
param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westus3')
param staff = split(readEnvironmentVariable('LEADS_STAFF', 'frontdesk@example.com;staff'), ',')
param alertAddresses = split(readEnvironmentVariable('LEADS_ALERT_ADDRESSES', 'oncall@example.com'), ',')
param origins = filter(split(readEnvironmentVariable('LEADS_ORIGINS', ''), ','), origin => !empty(origin))
param webhookPublicKeys = filter(split(readEnvironmentVariable('LEADS_WEBHOOK_PUBLIC_KEYS', ''), ','), key => !empty(key))
param systems = filter(split(readEnvironmentVariable('LEADS_SYSTEMS', ''), ','), system => !empty(system))
param publicBaseUrl = readEnvironmentVariable('LEADS_PUBLIC_BASE_URL', '')
param complianceMode = readEnvironmentVariable('LEADS_COMPLIANCE_MODE', 'Standard')
param digestDetail = readEnvironmentVariable('LEADS_DIGEST_DETAIL', 'minimal')
param monthlyBudget = int(readEnvironmentVariable('LEADS_MONTHLY_BUDGET', '100'))
param budgetStart = readEnvironmentVariable('LEADS_BUDGET_START', '2026-12-01')
param vaultOfficerId = readEnvironmentVariable('LEADS_VAULT_OFFICER_ID', '')
param protectData = bool(readEnvironmentVariable('LEADS_PROTECT_DATA', 'true'))
param frontDoor = bool(readEnvironmentVariable('LEADS_FRONT_DOOR', 'false'))
param communicationEmail = bool(readEnvironmentVariable('LEADS_COMMUNICATION_EMAIL', 'false'))
param acsEventSecret = readEnvironmentVariable('LEADS_ACS_EVENT_SECRET', '')
param otlpEndpoint = readEnvironmentVariable('LEADS_OTLP_ENDPOINT', '')
param spillLocation = readEnvironmentVariable('LEADS_SPILL_LOCATION', '')
param drainKey = readEnvironmentVariable('LEADS_DRAIN_KEY', '')
