-- Whatever is long leaves the row, so that counting what a common word finds reads narrow rows only.
alter table search_documents set (toast_tuple_target = 128);
--> statement-breakpoint

-- A misspelt word is compared with Latin words alone.
drop index search_words_trigrams;
--> statement-breakpoint
create index search_words_trigrams on search_words using gin (word gin_trgm_ops) where latin;
