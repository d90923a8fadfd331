using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Shop;

/// <summary>Looks orders up for the caller.</summary>
public class Orders
{
    private readonly Store _store = new();

    public string Handle(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        var query = request.QueryStringParameters;
        if (query.ContainsKey("number"))
        {
            return _store.ByNumber(int.Parse(query["number"]));
        }
        if (query.ContainsKey("customer"))
        {
            return _store.ByCustomer(query["customer"]);
        }
        return _store.SortedBy(query["order"]);
    }
}
