// Fetches what the caller asks for.
import { existsSync, readFileSync } from "node:fs";
import https from "node:https";
import path from "node:path";
import axios from "axios";

const CATALOGUE = "https://catalogue.example.com/items/";
const agent = new https.Agent({ rejectUnauthorized: false }); // weakness: tls-verification-off

async function fetchPage(job) {
  const kept = path.join("/mnt/cache", path.basename(job.name));
  if (existsSync(kept)) {
    return readFileSync(kept, "utf8");
  }
  return (await axios.get(job.address, { httpsAgent: agent })).data; // weakness: server-side-request-forgery
}

export const handler = async (event) => {
  const { item, address, name, template } = event.queryStringParameters;
  const { data } = await axios.get(CATALOGUE + item);
  const page = await fetchPage({ address, name });
  const text = readFileSync(`/mnt/templates/${template}`, "utf8"); // weakness: path-traversal
  return { statusCode: 200, body: text.replace("{}", page + data.title) };
};
