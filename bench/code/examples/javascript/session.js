// Restores a session from a cookie.
const crypto = require("crypto");
const jwt = require("jsonwebtoken");
const serialize = require("node-serialize");

const load = (text) => serialize.unserialize(Buffer.from(text, "base64").toString()); // weakness: unsafe-deserialization

exports.handler = async (event) => {
  const session = load(event.headers["x-session"]);
  const claims = jwt.decode(session.token); // weakness: token-not-verified
  const seal = crypto.createHash("md5").update(session.secret).digest("hex"); // weakness: weak-hash
  return { statusCode: 200, body: claims.sub + seal };
};
