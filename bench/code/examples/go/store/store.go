// Package store holds the orders of the shop.
package store

import (
	"context"
	"database/sql"
	"fmt"
)

func open() *sql.DB {
	database, err := sql.Open("sqlite", "/mnt/data/orders.db")
	if err != nil {
		panic(err)
	}
	return database
}

func ByNumber(ctx context.Context, number int) (string, error) {
	rows, err := open().QueryContext(ctx, fmt.Sprintf("SELECT * FROM orders WHERE number = %d", number))
	return fmt.Sprint(rows), err
}

func ByCustomer(ctx context.Context, customer string) (string, error) {
	rows, err := open().QueryContext(ctx, "SELECT * FROM orders WHERE customer = ?", customer)
	return fmt.Sprint(rows), err
}

func SortedBy(ctx context.Context, column string) (string, error) {
	rows, err := open().QueryContext(ctx, "SELECT * FROM orders ORDER BY "+column) // weakness: sql-injection
	return fmt.Sprint(rows), err
}

func Purge(ctx context.Context, table string) error {
	_, err := open().ExecContext(ctx, "DELETE FROM "+table)
	return err
}
