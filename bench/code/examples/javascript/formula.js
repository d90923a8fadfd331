// Computes with what the caller sends.
function compute(expression) {
  return new Function("return " + expression)(); // weakness: code-injection
}

exports.handler = async (event) => {
  const request = JSON.parse(event.body);
  const rate = compute("1 + 0.19");
  return request.simple ? Number(request.formula) * rate : compute(request.formula) * rate;
};
