// Lists and packs a folder that the caller names.
const { exec, execFile } = require("child_process");
const { promisify } = require("util");

const run = promisify(exec);
const FORMATS = ["zip", "tar"];

exports.handler = async (event) => {
  const { name, format } = JSON.parse(event.body);
  const { stdout } = await run(`ls -l /mnt/data/${name}`); // weakness: command-injection
  await promisify(execFile)("du", ["-s", "--", name]);
  if (!FORMATS.includes(format)) {
    return { statusCode: 400 };
  }
  await run(`pack --as ${format}`);
  return { statusCode: 200, body: stdout };
};
