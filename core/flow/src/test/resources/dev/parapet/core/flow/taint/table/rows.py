# Each sink and fact of python.flows once.
import Crypto
import _pickle
import aiohttp
import anthropic
import asyncio
import aws_lambda_powertools
import aws_secretsmanager_caching
import awswrangler
import base64
import zipfile
import boto3
import builtins
import cPickle
import chalice
import chevron
import cloudpickle
import code
import commands
import cryptography
import dill
import django
import duckdb
import fabric
import fastapi
import flask
import hashlib
import hmac
import http
import httpx
import importlib
import invoke
import io
import jinja2
import joblib
import jose
import jsonpickle
import jwt
import ldap
import ldap3
import logging
import lxml
import mako
import markupsafe
import marshal
import mysql
import numexpr
import numpy
import openai
import os
import pandas
import paramiko
import pathlib
import pexpect
import pickle
import psycopg
import psycopg2
import pty
import pymongo
import pymysql
import python_jwt
import quart
import random
import re
import redis
import requests
import runpy
import shutil
import sqlalchemy
import sqlite3
import ssl
import starlette
import subprocess
import tarfile
import tempfile
import timeit
import traceback
import urllib
import urllib2
import urllib3
import xml
import yaml
x = flask.request.args["x"]
s = boto3.client("secretsmanager").get_secret_value(SecretId="s")
os.system(flask.request.args)  # <- command
os.system(flask.request.form)  # <- command
os.system(flask.request.values)  # <- command
os.system(flask.request.json)  # <- command
os.system(flask.request.data)  # <- command
os.system(flask.request.headers)  # <- command
os.system(flask.request.cookies)  # <- command
os.system(flask.request.files)  # <- command
os.system(flask.request.get_json())  # <- command
os.system(flask.request.get_data())  # <- command
os.system(chalice.Chalice().current_request.query_params)  # <- command
os.system(chalice.Chalice().current_request.json_body)  # <- command
os.system(chalice.Chalice().current_request.raw_body)  # <- command
os.system(chalice.Chalice().current_request.headers)  # <- command
os.system(aws_lambda_powertools.event_handler.Any().current_event.body)  # <- command
os.system(aws_lambda_powertools.event_handler.Any().current_event.json_body)  # <- command
os.system(aws_lambda_powertools.event_handler.Any().current_event.query_string_parameters)  # <- command
os.system(aws_lambda_powertools.event_handler.Any().current_event.headers)  # <- command
os.system(aws_lambda_powertools.event_handler.Any().current_event.get_query_string_value())  # <- command
os.system(aws_lambda_powertools.event_handler.Any().current_event.get_header_value())  # <- command
os.system(aws_lambda_powertools.event_handler.api_gateway.Any().current_event.body)  # <- command
os.system(aws_lambda_powertools.event_handler.api_gateway.Any().current_event.json_body)  # <- command
os.system(quart.request.args)  # <- command
os.system(quart.request.form)  # <- command
os.system(quart.request.json)  # <- command
os.system(quart.request.data)  # <- command
os.system(quart.request.headers)  # <- command
os.system(quart.request.get_json())  # <- command
os.system(quart.request.get_data())  # <- command
os.system(fastapi.Any().query_params)  # <- command
os.system(fastapi.Any().path_params)  # <- command
os.system(fastapi.Any().headers)  # <- command
os.system(fastapi.Any().cookies)  # <- command
os.system(fastapi.Any().body())  # <- command
os.system(fastapi.Any().json())  # <- command
os.system(fastapi.Any().form())  # <- command
os.system(starlette.requests.Any().query_params)  # <- command
os.system(starlette.requests.Any().headers)  # <- command
os.system(starlette.requests.Any().body())  # <- command
os.system(starlette.requests.Any().json())  # <- command
os.system(django.http.HttpRequest().GET)  # <- command
os.system(django.http.HttpRequest().POST)  # <- command
os.system(django.http.HttpRequest().body)  # <- command
os.system(django.http.HttpRequest().headers)  # <- command
os.system(django.http.HttpRequest().COOKIES)  # <- command
os.system(aiohttp.web.Request().query)  # <- command
os.system(aiohttp.web.Request().match_info)  # <- command
os.system(aiohttp.web.Request().headers)  # <- command
os.system(aiohttp.web.Request().json())  # <- command
os.system(aiohttp.web.Request().text())  # <- command
os.system(aiohttp.web.Request().post())  # <- command
os.system(aiohttp.web.Request().read())  # <- command
print(boto3.client("secretsmanager").get_secret_value())  # <- secret-logged
print(boto3.client("secretsmanager").batch_get_secret_value())  # <- secret-logged
print(boto3.client("ssm").get_parameter(WithDecryption=True))  # <- secret-logged
print(boto3.client("ssm").get_parameters(WithDecryption=True))  # <- secret-logged
print(boto3.client("ssm").get_parameters_by_path(WithDecryption=True))  # <- secret-logged
print(aws_lambda_powertools.utilities.parameters.get_secret())  # <- secret-logged
print(aws_lambda_powertools.utilities.parameters.get_parameter(decrypt=True))  # <- secret-logged
print(aws_secretsmanager_caching.SecretCache().get_secret_string())  # <- secret-logged
reset_token = random.random()  # <- weak-random
reset_token = random.randint()  # <- weak-random
reset_token = random.randrange()  # <- weak-random
reset_token = random.choice()  # <- weak-random
reset_token = random.choices()  # <- weak-random
reset_token = random.sample()  # <- weak-random
reset_token = random.getrandbits()  # <- weak-random
reset_token = random.uniform()  # <- weak-random
reset_token = random.randbytes()  # <- weak-random
reset_token = numpy.random.Any()  # <- weak-random
os.system(x)  # <- command
os.popen(x)  # <- command
os.execl(x)  # <- command
os.execlp(x)  # <- command
os.execv(x)  # <- command
os.execvp(x)  # <- command
os.spawnl(None, x)  # <- command
os.spawnv(None, x)  # <- command
subprocess.run(x)  # <- command
subprocess.call(x)  # <- command
subprocess.check_call(x)  # <- command
subprocess.check_output(x)  # <- command
subprocess.Popen(x)  # <- command
subprocess.getoutput(x)  # <- command
subprocess.getstatusoutput(x)  # <- command
commands.getoutput(x)  # <- command
asyncio.create_subprocess_shell(x)  # <- command
asyncio.create_subprocess_exec(x)  # <- command
pty.spawn(x)  # <- command
pexpect.run(x)  # <- command
pexpect.spawn(x)  # <- command
paramiko.SSHClient().exec_command(x)  # <- command
fabric.Connection().run(x)  # <- command
invoke.run(x)  # <- command
eval(x)  # <- code
exec(x)  # <- code
compile(x)  # <- code
builtins.eval(x)  # <- code
builtins.exec(x)  # <- code
__import__(x)  # <- code
importlib.import_module(x)  # <- code
code.InteractiveInterpreter().runcode(x)  # <- code
code.InteractiveInterpreter().runsource(x)  # <- code
runpy.run_path(x)  # <- code
timeit.timeit(x)  # <- code
numexpr.evaluate(x)  # <- code
pandas.eval(x)  # <- code
pickle.loads(x)  # <- deserialization
pickle.load(x)  # <- deserialization
pickle.Unpickler(x)  # <- deserialization
_pickle.loads(x)  # <- deserialization
cPickle.loads(x)  # <- deserialization
dill.loads(x)  # <- deserialization
dill.load(x)  # <- deserialization
cloudpickle.loads(x)  # <- deserialization
cloudpickle.load(x)  # <- deserialization
jsonpickle.decode(x)  # <- deserialization
jsonpickle.loads(x)  # <- deserialization
marshal.loads(x)  # <- deserialization
joblib.load(x)  # <- deserialization
pandas.read_pickle(x)  # <- deserialization
yaml.load(x)  # <- deserialization
yaml.load_all(x)  # <- deserialization
yaml.unsafe_load(x)  # <- deserialization
yaml.unsafe_load_all(x)  # <- deserialization
sqlite3.connect("f").cursor().execute(x)  # <- sql
sqlite3.connect("f").cursor().executemany(x)  # <- sql
sqlite3.connect("f").cursor().executescript(x)  # <- sql
sqlite3.connect().execute(x)  # <- sql
sqlite3.connect().executescript(x)  # <- sql
psycopg.connect().execute(x)  # <- sql
duckdb.connect().execute(x)  # <- sql
duckdb.sql(x)  # <- sql
sqlalchemy.text(x)  # <- sql
sqlalchemy.create_engine().execute(x)  # <- sql
sqlalchemy.create_engine().connect().execute(x)  # <- sql
sqlalchemy.create_engine().begin().execute(x)  # <- sql
pandas.read_sql(x)  # <- sql
pandas.read_sql_query(x)  # <- sql
awswrangler.Any.read_sql_query(x)  # <- sql
pymongo.MongoClient().any().find(x)  # <- nosql
pymongo.MongoClient().any().find_one(x)  # <- nosql
pymongo.MongoClient().any().delete_many(x)  # <- nosql
pymongo.MongoClient().any().delete_one(x)  # <- nosql
pymongo.MongoClient().any().update_one(x)  # <- nosql
pymongo.MongoClient().any().update_many(x)  # <- nosql
pymongo.MongoClient().any().aggregate(x)  # <- nosql
open(x)  # <- path
io.open(x)  # <- path
os.open(x)  # <- path
os.remove(x)  # <- path
os.unlink(x)  # <- path
os.rmdir(x)  # <- path
os.listdir(x)  # <- path
os.rename(x, x)  # <- path
shutil.rmtree(x)  # <- path
shutil.copy(x, x)  # <- path
shutil.copyfile(x, x)  # <- path
shutil.move(x, x)  # <- path
pathlib.Path(x).open()  # <- path
pathlib.Path(x).read_text()  # <- path
pathlib.Path(x).read_bytes()  # <- path
pathlib.Path(x).unlink()  # <- path
flask.send_file(x)  # <- path
boto3.client("s3").download_file(None, None, Filename=x)  # <- path
boto3.client("s3").upload_file(Filename=x)  # <- path
boto3.resource("s3").meta.client.download_file(None, None, Filename=x)  # <- path
boto3.resource("s3").meta.client.upload_file(x)  # <- path
boto3.resource("s3").Bucket("b").download_file(None, Filename=x)  # <- path
boto3.resource("s3").Bucket("b").upload_file(x)  # <- path
boto3.resource("s3").Object("b", "k").download_file(x)  # <- path
boto3.resource("s3").Object("b", "k").upload_file(x)  # <- path
os.makedirs(x)  # <- path
os.mkdir(x)  # <- path
zipfile.ZipFile(x)  # <- path
base64.b64decode(x.split(".")[1])  # <- token-parts
base64.urlsafe_b64decode(x.split(".")[1])  # <- token-parts
base64.decodebytes(x.split(".")[1])  # <- token-parts
requests.get(x)  # <- ssrf
requests.post(x)  # <- ssrf
requests.put(x)  # <- ssrf
requests.patch(x)  # <- ssrf
requests.delete(x)  # <- ssrf
requests.head(x)  # <- ssrf
requests.request(None, x)  # <- ssrf
requests.Session().get(x)  # <- ssrf
requests.Session().post(x)  # <- ssrf
requests.Session().request(None, x)  # <- ssrf
httpx.get(x)  # <- ssrf
httpx.post(x)  # <- ssrf
httpx.request(None, x)  # <- ssrf
httpx.Client().get(x)  # <- ssrf
httpx.Client().post(x)  # <- ssrf
httpx.AsyncClient().get(x)  # <- ssrf
httpx.AsyncClient().post(x)  # <- ssrf
aiohttp.ClientSession().get(x)  # <- ssrf
aiohttp.ClientSession().post(x)  # <- ssrf
urllib.request.urlopen(x)  # <- ssrf
urllib.request.urlretrieve(x)  # <- ssrf
urllib2.urlopen(x)  # <- ssrf
urllib.urlopen(x)  # <- ssrf
urllib3.PoolManager().request(None, x)  # <- ssrf
urllib3.request(None, x)  # <- ssrf
http.client.HTTPConnection(x)  # <- ssrf
http.client.HTTPSConnection(x)  # <- ssrf
jinja2.Template(x)  # <- template
jinja2.Environment().from_string(x)  # <- template
jinja2.sandbox.SandboxedEnvironment().from_string(x)  # <- template
flask.render_template_string(x)  # <- template
mako.template.Template(x)  # <- template
chevron.render(x)  # <- template
lxml.etree.fromstring(x)  # <- xml
lxml.etree.parse(x)  # <- xml
lxml.etree.XML(x)  # <- xml
xml.sax.parseString(x)  # <- xml
xml.sax.parse(x)  # <- xml
xml.dom.pulldom.parseString(x)  # <- xml
lxml.etree.fromstring().xpath(x)  # <- xpath
lxml.etree.parse().xpath(x)  # <- xpath
lxml.etree.XPath(x)  # <- xpath
ldap.initialize().search_s(None, None, x)  # <- ldap
ldap.initialize().search(None, None, x)  # <- ldap
ldap3.Connection().search(None, x)  # <- ldap
re.compile(x)  # <- regex
re.match(x)  # <- regex
re.search(x)  # <- regex
re.fullmatch(x)  # <- regex
re.findall(x)  # <- regex
re.sub(x)  # <- regex
boto3.client("bedrock-runtime").converse(x, x, toolConfig=[1])  # <- prompt
boto3.client("bedrock-runtime").converse_stream(x, x, toolConfig=[1])  # <- prompt
boto3.client("bedrock-agent-runtime").invoke_inline_agent(x, actionGroups=[1])  # <- prompt
openai.OpenAI().chat.completions.create(x, tools=[1])  # <- prompt
openai.OpenAI().responses.create(x, x, tools=[1])  # <- prompt
anthropic.Anthropic().messages.create(x, x, tools=[1])  # <- prompt
anthropic.AnthropicBedrock().messages.create(x, x, tools=[1])  # <- prompt
print(x)  # <- log
logging.getLogger().info(x, x)  # <- log
logging.getLogger().debug(x, x)  # <- log
logging.info(x, x)  # <- log
logging.debug(x, x)  # <- log
logging.getLogger().warning(x, x)  # <- log
logging.getLogger().error(x, x)  # <- log
logging.getLogger().exception(x, x)  # <- log
logging.warning(x, x)  # <- log
logging.error(x, x)  # <- log
aws_lambda_powertools.Logger().info(s, s)  # <- secret-logged
aws_lambda_powertools.Logger().debug(s, s)  # <- secret-logged
aws_lambda_powertools.Logger().warning(s, s)  # <- secret-logged
aws_lambda_powertools.Logger().error(s, s)  # <- secret-logged
fastapi.responses.HTMLResponse(x)  # <- html
starlette.responses.HTMLResponse(x)  # <- html
fastapi.Response(x, media_type="text/html")  # <- html
starlette.responses.Response(x, media_type="text/html")  # <- html
aws_lambda_powertools.event_handler.Response(body=x, content_type="text/html")  # <- html
aws_lambda_powertools.event_handler.api_gateway.Response(body=x, content_type="text/html")  # <- html
chalice.Response(x, **{"Content-Type": "text/html"})  # <- html
flask.make_response(x)  # <- html
flask.Response(x)  # <- html
django.http.HttpResponse(x)  # <- html
aiohttp.web.Response(text=x, content_type="text/html")  # <- html
markupsafe.Markup(x)  # <- html
flask.Markup(x)  # <- html
django.utils.safestring.mark_safe(x)  # <- html
flask.redirect(x)  # <- redirect
quart.redirect(x)  # <- redirect
fastapi.responses.RedirectResponse(x)  # <- redirect
starlette.responses.RedirectResponse(x)  # <- redirect
django.shortcuts.redirect(x)  # <- redirect
django.http.HttpResponseRedirect(x)  # <- redirect
aiohttp.web.HTTPFound(x)  # <- redirect
hashlib.md5()  # <- weak-hash
hashlib.sha1()  # <- weak-hash
hashlib.new(name="md5")  # <- weak-hash
Crypto.Hash.MD5.new()  # <- weak-hash
Crypto.Hash.SHA.new()  # <- weak-hash
Crypto.Cipher.DES.new()  # <- weak-cipher
Crypto.Cipher.DES3.new()  # <- weak-cipher
Crypto.Cipher.ARC4.new()  # <- weak-cipher
Crypto.Cipher.Blowfish.new()  # <- weak-cipher
Crypto.Cipher.AES.new(None, mode=Crypto.Cipher.AES.MODE_ECB)  # <- weak-cipher
cryptography.hazmat.primitives.ciphers.modes.ECB()  # <- weak-cipher
cryptography.hazmat.primitives.ciphers.algorithms.ARC4()  # <- weak-cipher
cryptography.hazmat.primitives.ciphers.algorithms.TripleDES()  # <- weak-cipher
cryptography.hazmat.primitives.ciphers.algorithms.Blowfish()  # <- weak-cipher
requests.Any(verify=False)  # <- tls-verification-off
requests.Session().Any(verify=False)  # <- tls-verification-off
httpx.Any(verify=False)  # <- tls-verification-off
urllib3.PoolManager(cert_reqs="CERT_NONE")  # <- tls-verification-off
ssl._create_unverified_context()  # <- tls-verification-off
aiohttp.TCPConnector(verify_ssl=False)  # <- tls-verification-off
aiohttp.TCPConnector(ssl=False)  # <- tls-verification-off
boto3.client(verify=False)  # <- tls-verification-off
boto3.resource(verify=False)  # <- tls-verification-off
jwt.decode(verify=False)  # <- jwt-unverified
jwt.decode(verify_signature=False)  # <- jwt-unverified
jwt.get_unverified_claims()  # <- jwt-unverified
jose.jwt.get_unverified_claims()  # <- jwt-unverified
python_jwt.process_jwt()  # <- jwt-unverified
requests.get(url="http://x")  # <- plain-http
requests.post(url="http://x")  # <- plain-http
requests.put(url="http://x")  # <- plain-http
urllib.request.urlopen(url="http://x")  # <- plain-http
urllib3.PoolManager().request(None, url="http://x")  # <- plain-http
tarfile.open().extractall()  # <- archive-extraction
tarfile.TarFile().extractall()  # <- archive-extraction
flask.Flask().run(debug=True)  # <- debug-mode
quart.Quart().run(debug=True)  # <- debug-mode
fastapi.FastAPI(debug=True)  # <- debug-mode
aws_lambda_powertools.event_handler.APIGatewayRestResolver(debug=True)  # <- debug-mode
aws_lambda_powertools.event_handler.APIGatewayHttpResolver(debug=True)  # <- debug-mode
aws_lambda_powertools.event_handler.LambdaFunctionUrlResolver(debug=True)  # <- debug-mode
aws_lambda_powertools.event_handler.ALBResolver(debug=True)  # <- debug-mode
tempfile.mktemp()  # <- temporary-file-race
os.tempnam()  # <- temporary-file-race
os.tmpnam()  # <- temporary-file-race
open(file="report.csv", mode="wx")  # <- write-outside-tmp
boto3.client(aws_secret_access_key="tr0ub4dor")  # <- hard-coded-credential
boto3.resource(aws_secret_access_key="tr0ub4dor")  # <- hard-coded-credential
boto3.Session(aws_secret_access_key="tr0ub4dor")  # <- hard-coded-credential
boto3.session.Session(aws_secret_access_key="tr0ub4dor")  # <- hard-coded-credential
pymysql.connect(password="tr0ub4dor")  # <- hard-coded-credential
psycopg2.connect(password="tr0ub4dor")  # <- hard-coded-credential
psycopg.connect(password="tr0ub4dor")  # <- hard-coded-credential
mysql.connector.connect(password="tr0ub4dor")  # <- hard-coded-credential
redis.Redis(password="tr0ub4dor")  # <- hard-coded-credential
jwt.encode(None, key="tr0ub4dor")  # <- hard-coded-credential
jose.jwt.encode(None, key="tr0ub4dor")  # <- hard-coded-credential
hmac.new(key="tr0ub4dor")  # <- hard-coded-credential
