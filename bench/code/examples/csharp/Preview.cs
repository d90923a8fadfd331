using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Shop;

/// <summary>Fetches what the caller asks for.</summary>
public class Preview
{
    private const string Catalogue = "https://catalogue.example.com/items/";

    private static readonly HttpClient Client = new();

    private record Job(string Address, string Name);

    public async Task<string> Handle(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        var query = request.QueryStringParameters;
        var item = await Client.GetStringAsync(Catalogue + query["item"]);
        var page = await Fetch(new Job(query["address"], query["name"]));
        var template = File.ReadAllText("/mnt/templates/" + query["template"]); // weakness: path-traversal
        return template + page + item;
    }

    private static async Task<string> Fetch(Job job)
    {
        var kept = Path.Combine("/mnt/cache", Path.GetFileName(job.Name));
        if (File.Exists(kept))
        {
            return File.ReadAllText(kept);
        }
        return await Client.GetStringAsync(job.Address); // weakness: server-side-request-forgery
    }
}
