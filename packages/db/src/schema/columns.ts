import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Raw bytes. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** A tsvector; never read, only matched. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** An instant, to the microsecond, with its zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** The row's own id, made by the application. */
export const id = () => uuid('id').primaryKey();
