-- The index is made anew in another form: what it held is handed to the job that works off what an engine missed.
INSERT INTO "search_backlog" ("engine", "listing_id", "last_error", "first_failed_at", "last_failed_at")
SELECT 'postgres', "id", 'The index was made anew.', now(), now() FROM "listings" WHERE "published_at" IS NOT NULL
ON CONFLICT DO NOTHING;
--> statement-breakpoint
DELETE FROM "search_generations";
--> statement-breakpoint
DELETE FROM "search_words";
--> statement-breakpoint
CREATE TABLE "search_facet_values" (
	"facet" text NOT NULL,
	"value" text NOT NULL,
	"code" integer NOT NULL,
	CONSTRAINT "search_facet_values_facet_value_pk" PRIMARY KEY("facet","value"),
	CONSTRAINT "search_facet_values_one_code" UNIQUE("code"),
	CONSTRAINT "search_facet_values_code_known" CHECK ("search_facet_values"."code" between 161 and 55295)
);
--> statement-breakpoint
DROP INDEX "search_documents_stems";--> statement-breakpoint
ALTER TABLE "search_words" DROP CONSTRAINT "search_words_pkey";--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "title" "tsvector" NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "facets" text NOT NULL;--> statement-breakpoint
ALTER TABLE "search_generations" ADD COLUMN "version" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "generation" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_generation_word_pk" PRIMARY KEY("generation","word");--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "holding" integer NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "latin" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "pinyin" text;--> statement-breakpoint
ALTER TABLE "search_words" ADD COLUMN "initials" text;--> statement-breakpoint
ALTER TABLE "search_words" ADD CONSTRAINT "search_words_generation_search_generations_id_fk" FOREIGN KEY ("generation") REFERENCES "public"."search_generations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_documents_title" ON "search_documents" USING gin ("title") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_words_pinyin" ON "search_words" USING btree ("pinyin" text_pattern_ops) WHERE "search_words"."pinyin" is not null;--> statement-breakpoint
CREATE INDEX "search_words_initials" ON "search_words" USING btree ("initials" text_pattern_ops) WHERE "search_words"."initials" is not null;--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "stems";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "kind";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "technical_field";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "plan_industry";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "transfer_modes";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "owner_id";--> statement-breakpoint
ALTER TABLE "search_documents" DROP COLUMN "region_code";