using System.Text.Json.Nodes;

namespace LeadFunctions.Tests.Events;

/// <summary>A delivery report of Azure Communication Services as Event Grid posts it.</summary>
internal static class AcsReport
{
    /// <summary>As documented, but for the id of our message.</summary>
    public static JsonObject Of(string status, string message) => JsonNode.Parse($$"""
        {
          "id": "{{status}}00000000-0000-0000-0000-000000000000",
          "topic": "/subscriptions/{subscription-id}/resourceGroups/{group-name}/providers/microsoft.communication/communicationservices/{communication-services-resource-name}",
          "subject": "sender/senderid@azure.com/message/00000000-0000-0000-0000-000000000000",
          "data": {
            "sender": "senderid@azure.com",
            "recipient": "receiver@azure.com",
            "messageId": "{{message}}",
            "status": "{{status}}",
            "deliveryAttemptTimeStamp": "2020-09-18T00:22:20.2855749Z"
          },
          "eventType": "Microsoft.Communication.EmailDeliveryReportReceived",
          "dataVersion": "1.0",
          "metadataVersion": "1",
          "eventTime": "2020-09-18T00:22:20Z"
        }
        """)!.AsObject();
}
