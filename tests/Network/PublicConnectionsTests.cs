using System.Net;
using System.Net.Sockets;
using LeadFunctions.Network;

namespace LeadFunctions.Tests.Network;

/// <summary>A client that is held to the public internet reaches neither this machine nor its neighbours, whatever a name stands for.</summary>
public sealed class PublicConnectionsTests
{
    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("20.50.2.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::10.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("2001:0:1::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fec0::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_what_is_of_the_public_internet_counts_as_such(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddresses.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost", true)]
    public async Task This_machine_is_reached_only_where_all_of_it_runs_here(string host, bool alsoHere)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"http://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        using var client = OutgoingHttp.ClientFor(() => address, connections => PublicConnections.Only(connections, alsoHere));

        var answer = client.GetAsync(address);
        if (alsoHere)
        {
            using var connection = await listener.AcceptTcpClientAsync();
            await connection.GetStream().WriteAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray());
            using var response = await answer;
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        }
        else
        {
            var thrown = await Assert.ThrowsAnyAsync<Exception>(() => answer);
            Assert.True(thrown is ForbiddenAddressException || thrown.InnerException is ForbiddenAddressException, thrown.ToString());
            Assert.False(listener.Pending());
        }
    }

    [Fact]
    public async Task The_address_of_this_machine_in_its_own_network_is_refused_even_where_loopback_is_not()
    {
        var own = new Uri("http://192.168.0.10/");
        using var client = OutgoingHttp.ClientFor(() => own, connections => PublicConnections.Only(connections, alsoHere: true));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => client.GetAsync(own));

        Assert.True(thrown is ForbiddenAddressException || thrown.InnerException is ForbiddenAddressException, thrown.ToString());
    }
}
