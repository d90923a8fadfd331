// Each sink and fact of csharp.flows once.
public class Rows {
  void All(HttpRequest request, dynamic any) {
    int token = 0;
    var x = request.Query["x"];
    try { } catch (Exception e) {
      Process.Start(new HttpRequest().Query); // <- command
      Process.Start(new HttpRequest().Form); // <- command
      Process.Start(new HttpRequest().Headers); // <- command
      Process.Start(new HttpRequest().Cookies); // <- command
      Process.Start(new HttpRequest().Body); // <- command
      Process.Start(new HttpRequest().RouteValues); // <- command
      Process.Start(new HttpRequest().QueryString); // <- command
      Process.Start(new HttpContext().Request.Query); // <- command
      Process.Start(new HttpContext().Request.Form); // <- command
      Process.Start(new HttpContext().Request.Headers); // <- command
      Process.Start(new HttpContext().Request.Cookies); // <- command
      Process.Start(new HttpContext().Request.Body); // <- command
      Process.Start(new HttpContext().Request.RouteValues); // <- command
      Console.WriteLine(new AmazonSecretsManagerClient().GetSecretValueAsync()); // <- secret-logged
      Console.WriteLine(new AmazonSecretsManagerClient().GetSecretValue()); // <- secret-logged
      Console.WriteLine(new IAmazonSecretsManager().GetSecretValueAsync()); // <- secret-logged
      token = new Random().Next(); // <- weak-random
      token = new Random().NextDouble(); // <- weak-random
      token = new Random().NextBytes(); // <- weak-random
      token = Random.Shared.Next(); // <- weak-random
      Console.WriteLine(x); // <- log
      new ILambdaContext().Logger.LogLine(x); // <- log
      new ILambdaContext().Logger.LogInformation(x); // <- log
      LambdaLogger.Log(x); // <- log
      Results.Redirect(x); // <- redirect
      TypedResults.Redirect(x); // <- redirect
      Redirect(x); // <- redirect
      RedirectPermanent(x); // <- redirect
      new HttpContext().Response.Redirect(x); // <- redirect
      new HttpResponse().Redirect(x); // <- redirect
      Results.Content(x, "text/html"); // <- html
      Results.Text(x, "text/html"); // <- html
      Content(x, "text/html"); // <- html
      new HtmlString(x); // <- html
      new HttpContext().Response.Headers.Append(null, x); // <- header
      new HttpResponse().Headers.Append(null, x); // <- header
      new HttpContext().Response.Headers.Add(null, x); // <- header
      Results.Problem(e); // <- error-text
      Results.BadRequest(e); // <- error-text
      BadRequest(e); // <- error-text
      StatusCode(null, e); // <- error-text
      Process.Start(x, x); // <- command
      new ProcessStartInfo(x, x); // <- command
      CSharpScript.EvaluateAsync(x); // <- code
      CSharpScript.RunAsync(x); // <- code
      new BinaryFormatter().Deserialize(x); // <- deserialization
      new LosFormatter().Deserialize(x); // <- deserialization
      new NetDataContractSerializer().Deserialize(x); // <- deserialization
      new SqlCommand(x); // <- sql
      new NpgsqlCommand(x); // <- sql
      new MySqlCommand(x); // <- sql
      new MySqlCommand(x); // <- sql
      new SqliteCommand(x); // <- sql
      new any.FromSqlRaw(x); // <- sql
      new any.ExecuteSqlRaw(x); // <- sql
      new any.ExecuteSqlRawAsync(x); // <- sql
      File.ReadAllText(x); // <- path
      File.ReadAllBytes(x); // <- path
      File.WriteAllText(x); // <- path
      File.WriteAllBytes(x); // <- path
      File.OpenRead(x); // <- path
      File.OpenWrite(x); // <- path
      File.Open(x); // <- path
      File.Delete(x); // <- path
      new FileStream(x); // <- path
      Directory.GetFiles(x); // <- path
      new HttpClient().GetAsync(x); // <- ssrf
      new HttpClient().GetStringAsync(x); // <- ssrf
      new HttpClient().GetStreamAsync(x); // <- ssrf
      new HttpClient().PostAsync(x); // <- ssrf
      new WebClient().DownloadString(x); // <- ssrf
      WebRequest.Create(x); // <- ssrf
      new XmlDocument().SelectNodes(x); // <- xpath
      new XmlDocument().SelectSingleNode(x); // <- xpath
      MD5.Create(); // <- weak-hash
      SHA1.Create(); // <- weak-hash
      MD5.HashData(); // <- weak-hash
      SHA1.HashData(); // <- weak-hash
      DES.Create(); // <- weak-cipher
      TripleDES.Create(); // <- weak-cipher
      RC2.Create(); // <- weak-cipher
      new JwtSecurityTokenHandler().ReadJwtToken(); // <- jwt-unverified
      new JwtSecurityTokenHandler().ReadToken(); // <- jwt-unverified
      new BasicAWSCredentials(null, "tr0ub4dor"); // <- hard-coded-credential
      new WebApplication().UseDeveloperExceptionPage(); // <- debug-mode
      File.WriteAllText("report.csv"); // <- write-outside-tmp
      File.WriteAllBytes("report.csv"); // <- write-outside-tmp
      File.Create("report.csv"); // <- write-outside-tmp
      Convert.FromBase64String(x.Split(".")[1]); // <- token-parts
      WebEncoders.Base64UrlDecode(x.Split(".")[1]); // <- token-parts
      Base64UrlEncoder.DecodeBytes(x.Split(".")[1]); // <- token-parts
      Base64UrlEncoder.Decode(x.Split(".")[1]); // <- token-parts
    }
  }
}
