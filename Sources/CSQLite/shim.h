// What of SQLite's C interface Swift cannot say by itself: variadic functions and macros that cast.
#ifndef SIXPOINT_CSQLITE_SHIM_H
#define SIXPOINT_CSQLITE_SHIM_H

#include <sqlite3.h>

#ifdef __linux__
#include <malloc.h>
#endif

// SQLITE_VERSION_NUMBER 3.40: STRICT tables, SQLITE_DBCONFIG_*, sqlite3_changes64.
#if SQLITE_VERSION_NUMBER < 3040000
#error "SQLite 3.40 or newer is needed"
#endif

// Sets one of the on-or-off switches SQLITE_DBCONFIG_*; `on` of -1 leaves it as it is.
// `now` receives what is then in force.
static inline int sixpoint_db_config_flag(sqlite3 *db, int op, int on, int *now) {
  return sqlite3_db_config(db, op, on, now);
}

// Keeps no account of the memory in use, which would take a lock of all threads at each allocation. To be
// called before any other function; gives SQLite's result code.
static inline int sixpoint_keep_no_memory_status(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// Gives freed memory back to the system, where the C library keeps it otherwise.
static inline void sixpoint_return_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

// SQLite copies what is bound or returned with this destructor.
static inline sqlite3_destructor_type sixpoint_copied(void) {
  return SQLITE_TRANSIENT;
}

// Keeps triggers and views, which a file may bring along, from reading the virtual table.
static inline int sixpoint_vtab_direct_only(sqlite3 *db) {
  return sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
}

// SQLite's own heads with a Swift object behind them, retained while the table is.
typedef struct {
  sqlite3_vtab base;
  void *object;
} sixpoint_vtab;

// `columns` belongs to the object: what xColumn reads without going through it.
typedef struct {
  sqlite3_vtab_cursor base;
  const void *columns;
  sqlite3_int64 row;
  int at_end;
} sixpoint_cursor;

#endif
