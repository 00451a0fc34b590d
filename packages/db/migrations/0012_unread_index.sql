-- Unread entries are counted by walking a thread from the place read last. Everything the count and its policy ask of
-- an entry stands in the index, so the entries themselves, with their sealed texts, are not visited.
create index contribution_unread on contribution (thread_id, place) include (marking_id, author_id, removed_at);
