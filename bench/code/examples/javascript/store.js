// The orders of the shop.
const mysql = require("mysql2/promise");

const pool = mysql.createPool({ host: "orders.example.com" });

class Orders {
  byNumber(number) {
    return pool.query(`SELECT * FROM orders WHERE number = ${number}`);
  }

  byCustomer(customer) {
    return pool.query("SELECT * FROM orders WHERE customer = ?", [customer]);
  }

  sortedBy(column) {
    return pool.query("SELECT * FROM orders ORDER BY " + column); // weakness: sql-injection
  }

  purge(table) {
    return pool.query("DELETE FROM " + table);
  }
}

module.exports = { Orders };
