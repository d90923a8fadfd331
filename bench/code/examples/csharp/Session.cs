using System;
using System.IO;
using System.Runtime.Serialization.Formatters.Binary;
using System.Security.Cryptography;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Shop;

/// <summary>Restores a session from a header.</summary>
public class Session
{
    public string Handle(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        var session = Load(request.Headers["x-session"]);
        using var md5 = MD5.Create(); // weakness: weak-hash
        return Convert.ToHexString(md5.ComputeHash(BitConverter.GetBytes(session.GetHashCode())));
    }

    private static object Load(string text)
    {
        using var stream = new MemoryStream(Convert.FromBase64String(text));
        return new BinaryFormatter().Deserialize(stream); // weakness: unsafe-deserialization
    }
}
