package com.example.shop;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The orders of the shop. */
class Store {
    String byNumber(int number) throws SQLException {
        return all("SELECT * FROM orders WHERE number = " + number);
    }

    String byCustomer(String customer) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:/mnt/data/orders.db");
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM orders WHERE customer = ?");
        statement.setString(1, customer);
        return statement.executeQuery().toString();
    }

    String sortedBy(String column) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:/mnt/data/orders.db");
        Statement statement = connection.createStatement();
        return statement.executeQuery("SELECT * FROM orders ORDER BY " + column).toString(); // weakness: sql-injection
    }

    void purge(String table) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:/mnt/data/orders.db");
        connection.createStatement().executeUpdate("DELETE FROM " + table);
    }

    private String all(String statement) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:/mnt/data/orders.db");
        return connection.createStatement().executeQuery(statement).toString();
    }
}
