using Microsoft.Data.SqlClient;

namespace Shop;

/// <summary>The orders of the shop.</summary>
public class Store
{
    private readonly SqlConnection _connection = new("Server=orders.example.com");

    public string ByNumber(int number)
    {
        var command = new SqlCommand($"SELECT * FROM orders WHERE number = {number}", _connection);
        return command.ExecuteScalar().ToString();
    }

    public string ByCustomer(string customer)
    {
        var command = new SqlCommand("SELECT * FROM orders WHERE customer = @customer", _connection);
        command.Parameters.AddWithValue("@customer", customer);
        return command.ExecuteScalar().ToString();
    }

    public string SortedBy(string column)
    {
        var command = new SqlCommand("SELECT * FROM orders ORDER BY " + column, _connection); // weakness: sql-injection
        return command.ExecuteScalar().ToString();
    }

    public void Purge(string table)
    {
        new SqlCommand("DELETE FROM " + table, _connection).ExecuteNonQuery();
    }
}
