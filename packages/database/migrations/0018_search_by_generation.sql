-- The index is made anew in another form: what it held is handed to the job that works off what an engine missed.
INSERT INTO "search_backlog" ("engine", "listing_id", "last_error", "first_failed_at", "last_failed_at")
SELECT 'postgres', "id", 'The index was made anew.', now(), now() FROM "listings" WHERE "published_at" IS NOT NULL
ON CONFLICT DO NOTHING;
--> statement-breakpoint
DELETE FROM "search_generations";
--> statement-breakpoint
ALTER TABLE "search_generations" DROP CONSTRAINT "search_generations_state_known";--> statement-breakpoint
ALTER TABLE "search_documents" DROP CONSTRAINT "search_documents_generation_search_generations_id_fk";
--> statement-breakpoint
DROP INDEX "search_documents_words";--> statement-breakpoint
DROP INDEX "search_documents_title";--> statement-breakpoint
DROP INDEX "search_documents_numbers";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "title";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "numbers";--> statement-breakpoint
ALTER TABLE "search_generations" ADD CONSTRAINT "search_generations_state_known" CHECK ("search_generations"."state" in ('building', 'current', 'retired'));