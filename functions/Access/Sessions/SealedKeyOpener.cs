using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFunctions.Access;

/// <summary>Data Protection makes it by its name, which stands with every sealed key: it must not be renamed.</summary>
internal sealed class SealedKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<SealedKeys>().Open(encryptedElement);
}
