"""Restores a session from a cookie."""
import base64
import hashlib
import pickle

import jwt


def load(text):
    return pickle.loads(base64.b64decode(text))  # weakness: unsafe-deserialization


def handler(event, context):
    session = load(event["headers"]["x-session"])
    claims = jwt.decode(session["token"], options={"verify_signature": False})  # weakness: token-not-verified
    etag = hashlib.md5(event["rawPath"].encode(), usedforsecurity=False).hexdigest()
    seal = hashlib.md5(session["secret"].encode()).hexdigest()  # weakness: weak-hash
    return {"statusCode": 200, "headers": {"ETag": etag}, "body": claims["sub"] + seal}
