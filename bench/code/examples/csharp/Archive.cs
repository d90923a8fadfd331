using System.Diagnostics;
using System.Linq;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Shop;

/// <summary>Lists and packs a folder that the caller names.</summary>
public class Archive
{
    private static readonly string[] Formats = { "zip", "tar" };

    public string Handle(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        var name = request.QueryStringParameters["name"];
        var format = request.QueryStringParameters["format"];
        Process.Start("/bin/sh", "-c \"ls -l /mnt/data/" + name + "\""); // weakness: command-injection
        if (!Formats.Contains(format))
        {
            return "400";
        }
        Process.Start("/bin/sh", "-c \"pack --as " + format + "\"");
        return "204";
    }
}
