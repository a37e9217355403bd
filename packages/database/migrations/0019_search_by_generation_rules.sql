-- Each generation's rows lie in a table of their own, made and removed by the engine: a rebuild fills it, makes its index
-- of words once at the end, and leaves nothing to be cleaned up behind it.
drop table search_documents;
--> statement-breakpoint
create table search_documents (
  generation integer not null,
  id uuid not null,
  words tsvector not null,
  word_count integer not null,
  facets text not null,
  maturity_level integer,
  price_fen bigint,
  published_at timestamp (3) with time zone not null,
  document jsonb not null,
  constraint search_documents_generation_id_pk primary key (generation, id)
) partition by list (generation);
--> statement-breakpoint
create index search_documents_newest on search_documents using btree (generation, published_at, id);
--> statement-breakpoint
-- Vectors hardly shrink, and are read by the hundred: they lie outside the row as they are.
alter table search_documents alter column words set storage external;
--> statement-breakpoint
-- Counted by the ten thousand: never outside the row.
alter table search_documents alter column facets set storage main;
