// Each sink and fact of java.flows once.
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.secretsmanager.caching.SecretCache;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.secretsmanager.AWSSecretsManager;
import com.amazonaws.services.secretsmanager.AWSSecretsManagerClientBuilder;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.caucho.hessian.io.HessianInput;
import com.esotericsoftware.kryo.Kryo;
import com.google.common.base.Throwables;
import com.google.common.hash.Hashing;
import com.thoughtworks.xstream.XStream;
import freemarker.template.Template;
import groovy.lang.GroovyShell;
import io.jsonwebtoken.Jwts;
import io.micronaut.http.HttpResponse;
import jakarta.persistence.EntityManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.beans.XMLDecoder;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.ObjectInputStream;
import java.net.URL;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import javax.naming.InitialContext;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import ognl.Ognl;
import okhttp3.Request;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.RandomStringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.conn.ssl.NoopHostnameVerifier;
import org.apache.http.impl.client.HttpClients;
import org.apache.logging.log4j.LogManager;
import org.apache.velocity.app.Velocity;
import org.dom4j.io.SAXReader;
import org.jdom2.input.SAXBuilder;
import org.mvel2.MVEL;
import org.slf4j.LoggerFactory;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.messaging.Message;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.servlet.view.RedirectView;
import org.yaml.snakeyaml.Yaml;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
public class Rows {
  void rows(HttpServletRequest request, Object any) {
    int token = 0;
    String x = request.getParameter("x");
    String s = new AWSSecretsManager().getSecretValue();
    Runtime.getRuntime().exec(new HttpServletRequest().getParameter()); // <- command
    Runtime.getRuntime().exec(new HttpServletRequest().getHeader()); // <- command
    Runtime.getRuntime().exec(new HttpServletRequest().getQueryString()); // <- command
    Runtime.getRuntime().exec(new HttpServletRequest().getReader()); // <- command
    Runtime.getRuntime().exec(new HttpServletRequest().getInputStream()); // <- command
    Runtime.getRuntime().exec(new HttpServletRequest().getCookies()); // <- command
    Runtime.getRuntime().exec(new javax.servlet.http.HttpServletRequest().getParameter()); // <- command
    Runtime.getRuntime().exec(new javax.servlet.http.HttpServletRequest().getHeader()); // <- command
    Runtime.getRuntime().exec(new javax.servlet.http.HttpServletRequest().getQueryString()); // <- command
    Runtime.getRuntime().exec(new javax.servlet.http.HttpServletRequest().getReader()); // <- command
    Runtime.getRuntime().exec(new javax.servlet.http.HttpServletRequest().getCookies()); // <- command
    Runtime.getRuntime().exec(new io.micronaut.http.HttpRequest().getBody()); // <- command
    Runtime.getRuntime().exec(new io.micronaut.http.HttpRequest().getParameters()); // <- command
    Runtime.getRuntime().exec(new io.micronaut.http.HttpRequest().getHeaders()); // <- command
    Runtime.getRuntime().exec(new Message().getPayload()); // <- command
    System.out.println(new SecretsManagerClient().getSecretValue()); // <- secret-logged
    System.out.println(SecretsManagerClient.create().getSecretValue()); // <- secret-logged
    System.out.println(SecretsManagerClient.builder().any().getSecretValue()); // <- secret-logged
    System.out.println(AWSSecretsManagerClientBuilder.any().getSecretValue()); // <- secret-logged
    System.out.println(new AWSSecretsManager().getSecretValue()); // <- secret-logged
    System.out.println(new SecretCache().getSecretString()); // <- secret-logged
    token = new Random().nextInt(); // <- weak-random
    token = new Random().nextLong(); // <- weak-random
    token = new Random().nextDouble(); // <- weak-random
    token = new Random().ints(); // <- weak-random
    token = ThreadLocalRandom.current().nextInt(); // <- weak-random
    token = ThreadLocalRandom.current().nextLong(); // <- weak-random
    token = Math.random(); // <- weak-random
    token = RandomStringUtils.randomAlphanumeric(); // <- weak-random
    System.out.println(x); // <- log
    new Context().getLogger().log(x); // <- log
    LoggerFactory.getLogger().info(x); // <- log
    LoggerFactory.getLogger().debug(x); // <- log
    LogManager.getLogger().info(x); // <- log
    LogManager.getLogger().debug(x); // <- log
    Logger.getLogger().info(x); // <- log
    System.err.println(x); // <- log
    LoggerFactory.getLogger().warn(x); // <- log
    LoggerFactory.getLogger().error(x); // <- log
    LogManager.getLogger().error(x); // <- log
    new HttpServletResponse().sendRedirect(x); // <- redirect
    new javax.servlet.http.HttpServletResponse().sendRedirect(x); // <- redirect
    new RedirectView(x); // <- redirect
    Response.seeOther(x); // <- redirect
    Response.temporaryRedirect(x); // <- redirect
    javax.ws.rs.core.Response.seeOther(x); // <- redirect
    javax.ws.rs.core.Response.temporaryRedirect(x); // <- redirect
    HttpResponse.redirect(x); // <- redirect
    new HttpServletResponse().getWriter().print(x); // <- html
    new HttpServletResponse().getWriter().println(x); // <- html
    new HttpServletResponse().getWriter().write(x); // <- html
    new javax.servlet.http.HttpServletResponse().getWriter().print(x); // <- html
    new javax.servlet.http.HttpServletResponse().getWriter().println(x); // <- html
    new javax.servlet.http.HttpServletResponse().getWriter().write(x); // <- html
    new HttpServletResponse().setHeader(null, x); // <- header
    new HttpServletResponse().addHeader(null, x); // <- header
    new javax.servlet.http.HttpServletResponse().setHeader(null, x); // <- header
    new javax.servlet.http.HttpServletResponse().addHeader(null, x); // <- header
    ConverseRequest.builder().any().toolConfig().any().messages(x); // <- prompt
    java.lang.Runtime.getRuntime().exec(x); // <- command
    Runtime.getRuntime().exec(x); // <- command
    new java.lang.ProcessBuilder(x); // <- command
    new ProcessBuilder(x); // <- command
    new java.lang.ProcessBuilder().command(x); // <- command
    new ProcessBuilder().command(x); // <- command
    new ScriptEngineManager().getEngineByName().eval(x); // <- code
    new ScriptEngine().eval(x); // <- code
    new GroovyShell().evaluate(x); // <- code
    new SpelExpressionParser().parseExpression(x); // <- code
    Ognl.getValue(x); // <- code
    MVEL.eval(x); // <- code
    new ObjectInputStream(x); // <- deserialization
    new XMLDecoder(x); // <- deserialization
    new XStream().fromXML(x); // <- deserialization
    new Yaml().load(x); // <- deserialization
    new Kryo().readClassAndObject(x); // <- deserialization
    new HessianInput(x); // <- deserialization
    any.createStatement().executeQuery(x); // <- sql
    any.createStatement().executeUpdate(x); // <- sql
    any.createStatement().execute(x); // <- sql
    any.createStatement().addBatch(x); // <- sql
    new Statement().executeQuery(x); // <- sql
    new Statement().executeUpdate(x); // <- sql
    new Statement().execute(x); // <- sql
    any.prepareStatement(x); // <- sql
    any.prepareCall(x); // <- sql
    new JdbcTemplate().query(x); // <- sql
    new JdbcTemplate().queryForObject(x); // <- sql
    new JdbcTemplate().queryForList(x); // <- sql
    new JdbcTemplate().update(x); // <- sql
    new JdbcTemplate().execute(x); // <- sql
    any.createNativeQuery(x); // <- sql
    new EntityManager().createQuery(x); // <- sql
    new javax.persistence.EntityManager().createQuery(x); // <- sql
    new File(x, x); // <- path
    new FileInputStream(x); // <- path
    new FileOutputStream(x); // <- path
    new FileReader(x); // <- path
    new FileWriter(x); // <- path
    Files.readString(x); // <- path
    Files.readAllBytes(x); // <- path
    Files.newInputStream(x); // <- path
    Files.newOutputStream(x); // <- path
    Files.write(x); // <- path
    Files.writeString(x); // <- path
    Files.copy(x, x); // <- path
    Files.delete(x); // <- path
    new URL(x).openConnection(); // <- ssrf
    new URL(x); // <- ssrf
    HttpRequest.newBuilder(x); // <- ssrf
    HttpRequest.newBuilder().uri(x); // <- ssrf
    new RestTemplate().getForObject(x); // <- ssrf
    new RestTemplate().getForEntity(x); // <- ssrf
    new RestTemplate().postForObject(x); // <- ssrf
    new RestTemplate().exchange(x); // <- ssrf
    new HttpGet(x); // <- ssrf
    new HttpPost(x); // <- ssrf
    Request.Builder().url(x); // <- ssrf
    Velocity.evaluate(null, null, null, x); // <- template
    new Template(null, x); // <- template
    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(x); // <- xml
    SAXParserFactory.newInstance().newSAXParser().parse(x); // <- xml
    new DocumentBuilder().parse(x); // <- xml
    new SAXBuilder().build(x); // <- xml
    new SAXReader().read(x); // <- xml
    XMLInputFactory.newInstance().createXMLStreamReader(x); // <- xml
    XPathFactory.newInstance().newXPath().evaluate(x); // <- xpath
    XPathFactory.newInstance().newXPath().compile(x); // <- xpath
    new XPath().evaluate(x); // <- xpath
    new XPath().compile(x); // <- xpath
    new InitialDirContext().search(null, x); // <- ldap
    new DirContext().search(null, x); // <- ldap
    new InitialContext().lookup(x); // <- ldap
    Pattern.compile(x); // <- regex
    MessageDigest.getInstance("MD5"); // <- weak-hash
    DigestUtils.md5Hex(); // <- weak-hash
    DigestUtils.sha1Hex(); // <- weak-hash
    Hashing.md5(); // <- weak-hash
    Hashing.sha1(); // <- weak-hash
    Cipher.getInstance("DESx"); // <- weak-cipher
    new NoopHostnameVerifier(); // <- tls-verification-off
    HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE); // <- tls-verification-off
    JWT.decode(); // <- jwt-unverified
    Jwts.parser().parseClaimsJwt(); // <- jwt-unverified
    Jwts.parserBuilder().build().parseClaimsJwt(); // <- jwt-unverified
    DriverManager.getConnection(null, null, "tr0ub4dor"); // <- hard-coded-credential
    AwsBasicCredentials.create(null, "tr0ub4dor"); // <- hard-coded-credential
    new BasicAWSCredentials(null, "tr0ub4dor"); // <- hard-coded-credential
    Algorithm.HMAC256("tr0ub4dor"); // <- hard-coded-credential
    new SecretKeySpec("tr0ub4dor"); // <- hard-coded-credential
    new FileWriter("report.csv"); // <- write-outside-tmp
    new FileOutputStream("report.csv"); // <- write-outside-tmp
    com.google.common.io.Files.createTempDir(); // <- temporary-file-race
    java.util.Base64.getDecoder().decode(request.getHeader("x").split("\\.")[1]); // <- token-parts
    java.util.Base64.getUrlDecoder().decode(request.getHeader("x").split("\\.")[1]); // <- token-parts
  }
}
