-- The planner chooses between walking the newest entries and the index of words by how common a word is. Words that
-- it has not counted it takes to be half as common as the rarest that it has: with few counted, a rare word had it walk
-- everything. So it counts more of them. With that, the index on threads is of use after all: to who may read few.
alter table search_entry alter column words set statistics 500;
--> statement-breakpoint
CREATE INDEX "search_entry_thread" ON "search_entry" USING btree ("thread_id");
--> statement-breakpoint
analyze search_entry;
--> statement-breakpoint
-- A page of results: nobody who joins them need expect a thousand, which is what a function is taken to give.
alter function concord.search(text, uuid, uuid, uuid, timestamptz, integer) rows 25;
