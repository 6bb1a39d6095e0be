// sqlite3_db_config and sqlite3_config are variadic, which Swift cannot call.
#include <sqlite3.h>

static inline int sixpoint_db_config_flag(sqlite3 *db, int op, int on, int *now) {
  return sqlite3_db_config(db, op, on, now);
}
