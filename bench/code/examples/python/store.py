"""The orders of the shop."""


class Orders:
    def __init__(self, database):
        self.cursor = database.cursor()

    def by_number(self, number):
        return self._all(f"SELECT * FROM orders WHERE number = {number}")

    def by_customer(self, customer):
        self.cursor.execute("SELECT * FROM orders WHERE customer = ?", (customer,))
        return self.cursor.fetchall()

    def sorted_by(self, column):
        self.cursor.execute("SELECT * FROM orders ORDER BY " + column)  # weakness: sql-injection
        return self.cursor.fetchall()

    def _all(self, statement):
        self.cursor.execute(statement)
        return self.cursor.fetchall()

    def purge(self, table):
        self.cursor.execute("DELETE FROM " + table)
