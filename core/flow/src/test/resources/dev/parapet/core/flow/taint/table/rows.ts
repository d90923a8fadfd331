// Each sink and fact of ecmascript.flows once.
import * as anthropic_ai_sdk from "@anthropic-ai/sdk";
import * as aws_lambda_powertools_logger from "@aws-lambda-powertools/logger";
import * as aws_sdk_client_bedrock_runtime from "@aws-sdk/client-bedrock-runtime";
import * as aws_sdk_client_s3 from "@aws-sdk/client-s3";
import * as prisma_client from "@prisma/client";
import * as ai from "ai";
import * as aws_sdk from "aws-sdk";
import * as s3_request_presigner from "@aws-sdk/s3-request-presigner";
import * as s3_presigned_post from "@aws-sdk/s3-presigned-post";
import * as node_jose from "node-jose";
import * as base64url from "base64url";
import * as js_base64 from "js-base64";
import * as axios from "axios";
import * as better_sqlite3 from "better-sqlite3";
import * as child_process from "child_process";
import * as cross_fetch from "cross-fetch";
import * as cryo from "cryo";
import * as crypto from "crypto";
import * as crypto_js from "crypto-js";
import * as ejs from "ejs";
import * as errorhandler from "errorhandler";
import * as execa from "execa";
import * as express from "express";
import * as fastify from "fastify";
import * as fs from "fs";
import * as fs_extra from "fs-extra";
import * as fs_promises from "fs/promises";
import * as funcster from "funcster";
import * as got from "got";
import * as handlebars from "handlebars";
import * as hono from "hono";
import * as http from "http";
import * as https from "https";
import * as jose from "jose";
import * as js_yaml from "js-yaml";
import * as jsonwebtoken from "jsonwebtoken";
import * as jwt_decode from "jwt-decode";
import * as knex from "knex";
import * as koa from "koa";
import * as ldapjs from "ldapjs";
import * as libxmljs from "libxmljs";
import * as libxmljs2 from "libxmljs2";
import * as lodash from "lodash";
import * as md5 from "md5";
import * as mongodb from "mongodb";
import * as mongoose from "mongoose";
import * as mssql from "mssql";
import * as mustache from "mustache";
import * as mysql from "mysql";
import * as mysql2 from "mysql2";
import * as mysql2_promise from "mysql2/promise";
import * as needle from "needle";
import * as node_fetch from "node-fetch";
import * as node_serialize from "node-serialize";
import * as nunjucks from "nunjucks";
import * as openai from "openai";
import * as pg from "pg";
import * as pino from "pino";
import * as playwright from "playwright";
import * as polka from "polka";
import * as pug from "pug";
import * as puppeteer from "puppeteer";
import * as puppeteer_core from "puppeteer-core";
import * as request from "request";
import * as request_promise from "request-promise";
import * as restify from "restify";
import * as safe_eval from "safe-eval";
import * as sequelize from "sequelize";
import * as serialize_to_js from "serialize-to-js";
import * as serverless_mysql from "serverless-mysql";
import * as shelljs from "shelljs";
import * as sqlite3 from "sqlite3";
import * as static_eval from "static-eval";
import * as superagent from "superagent";
import * as tls from "tls";
import * as undici from "undici";
import * as v8 from "v8";
import * as vm from "vm";
import * as vm2 from "vm2";
import * as winston from "winston";
import * as xpath from "xpath";
import { Request as exRequestType, Response as exResponseType } from "express";
import { Request as faRequestType, Response as faResponseType } from "fastify";
import { Context as hoContextType } from "hono";
import { Context as koContextType } from "koa";
import { Request as laRequestType, Response as laResponseType } from "lambda-api";
import { Request as poRequestType } from "polka";
import { Request as reRequestType, Response as reResponseType } from "restify";
function rows(exRequest: exRequestType, exResponse: exResponseType, faRequest: faRequestType, faResponse: faResponseType, hoContext: hoContextType, koContext: koContextType, laRequest: laRequestType, laResponse: laResponseType, poRequest: poRequestType, reRequest: reRequestType, reResponse: reResponseType) {
  const x = exRequest.query.x;
  let s = new aws_sdk.SecretsManager().getSecretValue();
  const e = new Error("e").stack;
  child_process.exec(exRequest.query); // <- command
  child_process.exec(exRequest.params); // <- command
  child_process.exec(exRequest.body); // <- command
  child_process.exec(exRequest.headers); // <- command
  child_process.exec(exRequest.cookies); // <- command
  child_process.exec(exRequest.url); // <- command
  child_process.exec(exRequest.originalUrl); // <- command
  child_process.exec(exRequest.get()); // <- command
  child_process.exec(exRequest.header()); // <- command
  child_process.exec(exRequest.param()); // <- command
  child_process.exec(faRequest.query); // <- command
  child_process.exec(faRequest.params); // <- command
  child_process.exec(faRequest.body); // <- command
  child_process.exec(faRequest.headers); // <- command
  child_process.exec(faRequest.cookies); // <- command
  child_process.exec(faRequest.url); // <- command
  child_process.exec(poRequest.query); // <- command
  child_process.exec(poRequest.params); // <- command
  child_process.exec(poRequest.body); // <- command
  child_process.exec(poRequest.headers); // <- command
  child_process.exec(reRequest.query); // <- command
  child_process.exec(reRequest.params); // <- command
  child_process.exec(reRequest.body); // <- command
  child_process.exec(reRequest.headers); // <- command
  child_process.exec(laRequest.query); // <- command
  child_process.exec(laRequest.params); // <- command
  child_process.exec(laRequest.body); // <- command
  child_process.exec(laRequest.headers); // <- command
  child_process.exec(laRequest.cookies); // <- command
  child_process.exec(hoContext.req.query()); // <- command
  child_process.exec(hoContext.req.queries()); // <- command
  child_process.exec(hoContext.req.param()); // <- command
  child_process.exec(hoContext.req.header()); // <- command
  child_process.exec(hoContext.req.json()); // <- command
  child_process.exec(hoContext.req.text()); // <- command
  child_process.exec(hoContext.req.parseBody()); // <- command
  child_process.exec(hoContext.req.formData()); // <- command
  child_process.exec(hoContext.req.url); // <- command
  child_process.exec(hoContext.req.raw); // <- command
  child_process.exec(koContext.query); // <- command
  child_process.exec(koContext.params); // <- command
  child_process.exec(koContext.headers); // <- command
  child_process.exec(koContext.get()); // <- command
  child_process.exec(koContext.request.body); // <- command
  child_process.exec(koContext.request.query); // <- command
  child_process.exec(koContext.request.headers); // <- command
  child_process.exec(x); // <- command
  child_process.execSync(x); // <- command
  child_process.spawn(x); // <- command
  child_process.spawn(x, x, { shell: true }); // <- command
  child_process.spawnSync(x); // <- command
  child_process.execFile(x); // <- command
  child_process.execFileSync(x); // <- command
  child_process.spawn("sh", x); // <- command
  child_process.spawnSync("sh", x); // <- command
  child_process.execFile("sh", x); // <- command
  shelljs.exec(x); // <- command
  execa.execaCommand(x); // <- command
  execa.command(x); // <- command
  eval(x); // <- code
  new Function(x); // <- code
  vm.runInNewContext(x); // <- code
  vm.runInThisContext(x); // <- code
  vm.runInContext(x); // <- code
  new vm.Script(x); // <- code
  vm.compileFunction(x); // <- code
  new vm2.VM().run(x); // <- code
  new vm2.NodeVM().run(x); // <- code
  safe_eval(x); // <- code
  static_eval(x); // <- code
  node_serialize.unserialize(x); // <- deserialization
  serialize_to_js.deserialize(x); // <- deserialization
  funcster.deepDeserialize(x); // <- deserialization
  cryo.parse(x); // <- deserialization
  js_yaml.load(x, "DEFAULT_FULL_SCHEMA"); // <- deserialization
  v8.deserialize(x); // <- deserialization
  mysql.createConnection().query(x); // <- sql
  mysql.createPool().query(x); // <- sql
  mysql2.createConnection().query(x); // <- sql
  mysql2.createConnection().execute(x); // <- sql
  mysql2.createPool().query(x); // <- sql
  mysql2.createPool().execute(x); // <- sql
  mysql2_promise.createConnection().query(x); // <- sql
  mysql2_promise.createConnection().execute(x); // <- sql
  mysql2_promise.createPool().query(x); // <- sql
  mysql2_promise.createPool().execute(x); // <- sql
  serverless_mysql().query(x); // <- sql
  new pg.Client().query(x); // <- sql
  new pg.Pool().query(x); // <- sql
  new pg.Pool().connect().query(x); // <- sql
  new sequelize.Sequelize().query(x); // <- sql
  sequelize().query(x); // <- sql
  knex().raw(x); // <- sql
  better_sqlite3().prepare(x); // <- sql
  better_sqlite3().exec(x); // <- sql
  new sqlite3.Database().all(x); // <- sql
  new sqlite3.Database().get(x); // <- sql
  new sqlite3.Database().run(x); // <- sql
  new sqlite3.Database().exec(x); // <- sql
  new mssql.Request().query(x); // <- sql
  mssql.query(x); // <- sql
  new prisma_client.PrismaClient().$queryRawUnsafe(x); // <- sql
  new prisma_client.PrismaClient().$executeRawUnsafe(x); // <- sql
  new mongodb.MongoClient().any().find(x); // <- nosql
  new mongodb.MongoClient().any().findOne(x); // <- nosql
  new mongodb.MongoClient().any().deleteMany(x); // <- nosql
  new mongodb.MongoClient().any().deleteOne(x); // <- nosql
  new mongodb.MongoClient().any().updateOne(x); // <- nosql
  new mongodb.MongoClient().any().updateMany(x); // <- nosql
  new mongodb.MongoClient().any().aggregate(x); // <- nosql
  mongodb.MongoClient.connect().any().findOne(x); // <- nosql
  mongodb.MongoClient.connect().any().find(x); // <- nosql
  mongoose.model().find(x); // <- nosql
  mongoose.model().findOne(x); // <- nosql
  mongoose.model().deleteMany(x); // <- nosql
  fs.readFile(x); // <- path
  fs.readFileSync(x); // <- path
  fs.writeFile(x); // <- path
  fs.writeFileSync(x); // <- path
  fs.appendFileSync(x); // <- path
  fs.createReadStream(x); // <- path
  fs.createWriteStream(x); // <- path
  fs.unlink(x); // <- path
  fs.unlinkSync(x); // <- path
  fs.rmSync(x); // <- path
  fs.readdirSync(x); // <- path
  fs.promises.readFile(x); // <- path
  fs.promises.writeFile(x); // <- path
  fs.promises.unlink(x); // <- path
  fs_promises.readFile(x); // <- path
  fs_promises.writeFile(x); // <- path
  fs_promises.unlink(x); // <- path
  fs_extra.readFile(x); // <- path
  fs_extra.writeFile(x); // <- path
  fetch(x); // <- ssrf
  node_fetch(x); // <- ssrf
  undici.fetch(x); // <- ssrf
  undici.request(x); // <- ssrf
  cross_fetch(x); // <- ssrf
  axios({ url: x }); // <- ssrf
  axios.get(x); // <- ssrf
  axios.post(x); // <- ssrf
  axios.put(x); // <- ssrf
  axios.patch(x); // <- ssrf
  axios.delete(x); // <- ssrf
  axios.head(x); // <- ssrf
  axios.request({ url: x }); // <- ssrf
  axios.create().get(x); // <- ssrf
  axios.create().post(x); // <- ssrf
  got(x); // <- ssrf
  got.get(x); // <- ssrf
  got.post(x); // <- ssrf
  superagent.get(x); // <- ssrf
  needle(null, x); // <- ssrf
  needle.get(x); // <- ssrf
  request(x); // <- ssrf
  request.get(x); // <- ssrf
  request_promise(x); // <- ssrf
  http.get(x); // <- ssrf
  https.get(x); // <- ssrf
  http.request(x); // <- ssrf
  https.request(x); // <- ssrf
  puppeteer.launch().newPage().goto(x); // <- ssrf
  puppeteer_core.launch().newPage().goto(x); // <- ssrf
  playwright.chromium.launch().newPage().goto(x); // <- ssrf
  handlebars.compile(x); // <- template
  ejs.render(x); // <- template
  ejs.compile(x); // <- template
  pug.render(x); // <- template
  pug.compile(x); // <- template
  nunjucks.renderString(x); // <- template
  lodash.template(x); // <- template
  mustache.render(x); // <- template
  libxmljs.parseXml(x, { noent: true }); // <- xml
  libxmljs.parseXmlString(x, { noent: true }); // <- xml
  libxmljs2.parseXml(x, { noent: true }); // <- xml
  xpath.select(x); // <- xpath
  xpath.evaluate(x); // <- xpath
  ldapjs.createClient().search(null, { filter: x }); // <- ldap
  new RegExp(x); // <- regex
  new aws_sdk_client_bedrock_runtime.ConverseCommand({ messages: x, toolConfig: [1] }); // <- prompt
  new aws_sdk_client_bedrock_runtime.ConverseCommand({ system: x, toolConfig: [1] }); // <- prompt
  new aws_sdk_client_bedrock_runtime.ConverseStreamCommand({ messages: x, toolConfig: [1] }); // <- prompt
  new openai.OpenAI().chat.completions.create({ messages: x, tools: [1] }); // <- prompt
  new openai.OpenAI().responses.create({ input: x, tools: [1] }); // <- prompt
  new anthropic_ai_sdk.Anthropic().messages.create({ messages: x, tools: [1] }); // <- prompt
  ai.generateText({ prompt: x, tools: [1] }); // <- prompt
  ai.generateText({ messages: x, tools: [1] }); // <- prompt
  ai.streamText({ prompt: x, tools: [1] }); // <- prompt
  console.log(x); // <- log
  console.info(x); // <- log
  console.debug(x); // <- log
  console.warn(x); // <- log
  console.error(x); // <- log
  new aws_lambda_powertools_logger.Logger().info(s); // <- secret-logged
  new aws_lambda_powertools_logger.Logger().debug(s); // <- secret-logged
  new aws_lambda_powertools_logger.Logger().error(s); // <- secret-logged
  pino().info(s); // <- secret-logged
  winston.createLogger().info(s); // <- secret-logged
  exResponse.send(x); // <- html
  exResponse.write(x); // <- html
  exResponse.end(x); // <- html
  exResponse.status().send(x); // <- html
  laResponse.html(x); // <- html
  hoContext.html(x); // <- html
  exResponse.send(e); // <- error-text
  exResponse.json(e); // <- error-text
  exResponse.status().send(e); // <- error-text
  exResponse.status().json(e); // <- error-text
  faResponse.send(e); // <- error-text
  faResponse.code().send(e); // <- error-text
  hoContext.json(e); // <- error-text
  hoContext.text(e); // <- error-text
  exResponse.redirect(x); // <- redirect
  exResponse.redirect(null, x); // <- redirect
  faResponse.redirect(x); // <- redirect
  faResponse.redirect(null, x); // <- redirect
  reResponse.redirect(x); // <- redirect
  laResponse.redirect(x); // <- redirect
  hoContext.redirect(x); // <- redirect
  koContext.redirect(x); // <- redirect
  exResponse.set(null, x); // <- header
  exResponse.header(null, x); // <- header
  exResponse.setHeader(null, x); // <- header
  hoContext.header(null, x); // <- header
  koContext.set(null, x); // <- header
  crypto.createHash("md5"); // <- weak-hash
  crypto.createHmac("md5"); // <- weak-hash
  md5(); // <- weak-hash
  new crypto_js.MD5(); // <- weak-hash
  new crypto_js.SHA1(); // <- weak-hash
  crypto.createCipher(); // <- weak-cipher
  crypto.createDecipher(); // <- weak-cipher
  crypto.createCipheriv("-ecb"); // <- weak-cipher
  crypto.createCipheriv("desx"); // <- weak-cipher
  new https.Agent({ rejectUnauthorized: false }); // <- tls-verification-off
  https.request(null, { rejectUnauthorized: false }); // <- tls-verification-off
  https.request({ rejectUnauthorized: false }); // <- tls-verification-off
  tls.connect({ rejectUnauthorized: false }); // <- tls-verification-off
  axios.get({ rejectUnauthorized: false }); // <- tls-verification-off
  jsonwebtoken.decode(); // <- jwt-unverified
  jwt_decode(); // <- jwt-unverified
  jwt_decode.jwtDecode(); // <- jwt-unverified
  jose.decodeJwt(); // <- jwt-unverified
  jsonwebtoken.verify(x, null); // <- jwt-unverified
  fetch("http://x"); // <- plain-http
  axios.get("http://x"); // <- plain-http
  axios.post("http://x"); // <- plain-http
  http.get("http://x"); // <- plain-http
  node_fetch("http://x"); // <- plain-http
  errorhandler(); // <- debug-mode
  fs.writeFile("report.csv"); // <- write-outside-tmp
  fs.writeFileSync("report.csv"); // <- write-outside-tmp
  fs.appendFileSync("report.csv"); // <- write-outside-tmp
  fs.createWriteStream("report.csv"); // <- write-outside-tmp
  fs.mkdirSync("report.csv"); // <- write-outside-tmp
  fs.promises.writeFile("report.csv"); // <- write-outside-tmp
  fs_promises.writeFile("report.csv"); // <- write-outside-tmp
  jsonwebtoken.sign(null, "tr0ub4dor"); // <- hard-coded-credential
  mysql.createConnection({ password: "tr0ub4dor" }); // <- hard-coded-credential
  mysql.createPool({ password: "tr0ub4dor" }); // <- hard-coded-credential
  mysql2.createConnection({ password: "tr0ub4dor" }); // <- hard-coded-credential
  mysql2.createPool({ password: "tr0ub4dor" }); // <- hard-coded-credential
  mysql2_promise.createConnection({ password: "tr0ub4dor" }); // <- hard-coded-credential
  new pg.Client({ password: "tr0ub4dor" }); // <- hard-coded-credential
  new pg.Pool({ password: "tr0ub4dor" }); // <- hard-coded-credential
  crypto.createHmac(null, "tr0ub4dor"); // <- hard-coded-credential
  aws_sdk.config.update({ secretAccessKey: "tr0ub4dor" }); // <- hard-coded-credential
  new aws_sdk_client_s3.S3Client({ secretAccessKey: "tr0ub4dor" }); // <- hard-coded-credential
  s3_request_presigner.getSignedUrl(null, { Key: x }); // <- presigned-key
  s3_presigned_post.createPresignedPost(null, { Key: x }); // <- presigned-key
  new aws_sdk.S3().getSignedUrl("getObject", { Key: x }); // <- presigned-key
  new aws_sdk.S3().getSignedUrlPromise("getObject", { Key: x }); // <- presigned-key
  new aws_sdk.S3().createPresignedPost({ Fields: { key: x } }); // <- presigned-key
  Buffer.from(x.split(".")[1]); // <- token-parts
  atob(x.split(".")[1]); // <- token-parts
  node_jose.util.base64url.decode(x.split(".")[1]); // <- token-parts
  base64url.decode(x.split(".")[1]); // <- token-parts
  js_base64.decode(x.split(".")[1]); // <- token-parts
  js_base64.Base64.decode(x.split(".")[1]); // <- token-parts
}
