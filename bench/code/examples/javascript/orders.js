// Looks orders up for the caller.
const { Orders } = require("./store");

const orders = new Orders();

exports.handler = async (event) => {
  const query = event.queryStringParameters ?? {};
  if (query.number) {
    return orders.byNumber(Number(query.number));
  }
  if (query.customer) {
    return orders.byCustomer(query.customer);
  }
  return orders.sortedBy(query.order ?? "number");
};
