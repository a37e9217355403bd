CREATE TABLE "listing_visits" (
	"listing_id" uuid NOT NULL,
	"visited_on" date NOT NULL,
	"organization_id" uuid,
	"visitor" text,
	CONSTRAINT "listing_visits_one_kind" CHECK (("listing_visits"."organization_id" is null) <> ("listing_visits"."visitor" is null))
);
--> statement-breakpoint
CREATE TABLE "search_misses" (
	"term" text NOT NULL,
	"week_on" date NOT NULL,
	"visitor" text NOT NULL,
	"asked_on" date NOT NULL,
	CONSTRAINT "search_misses_week_on_term_visitor_pk" PRIMARY KEY("week_on","term","visitor"),
	CONSTRAINT "search_misses_short" CHECK (char_length("search_misses"."term") between 2 and 60)
);
--> statement-breakpoint
CREATE TABLE "visitor_salts" (
	"purpose" text NOT NULL,
	"starts_on" date NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "visitor_salts_purpose_starts_on_pk" PRIMARY KEY("purpose","starts_on")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"organization_id" uuid,
	"topic" text NOT NULL,
	"source" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text NOT NULL,
	"path" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notifications_path_inside" CHECK ("notifications"."path" like '/%' and "notifications"."path" not like '//%')
);
--> statement-breakpoint
CREATE TABLE "favourites" (
	"user_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "favourites_user_id_listing_id_pk" PRIMARY KEY("user_id","listing_id"),
	CONSTRAINT "favourites_note_short" CHECK (char_length("favourites"."note") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "saved_search_matches" (
	"saved_search_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"matched_at" timestamp (3) with time zone NOT NULL,
	"delivery_id" uuid,
	"delivered_at" timestamp (3) with time zone,
	CONSTRAINT "saved_search_matches_saved_search_id_listing_id_version_pk" PRIMARY KEY("saved_search_id","listing_id","version"),
	CONSTRAINT "saved_search_matches_delivered_as" CHECK ("saved_search_matches"."delivered_at" is null or "saved_search_matches"."delivery_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"filters" jsonb NOT NULL,
	"query_key" text NOT NULL,
	"compiled" "tsquery",
	"compiled_by" integer NOT NULL,
	"cadence" text NOT NULL,
	"by_mail" boolean NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"last_digest_on" date NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_searches_cadence_known" CHECK ("saved_searches"."cadence" in ('instant', 'daily', 'weekly')),
	CONSTRAINT "saved_searches_name_short" CHECK (char_length("saved_searches"."name") between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "listing_visits" ADD CONSTRAINT "listing_visits_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_visits" ADD CONSTRAINT "listing_visits_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourites" ADD CONSTRAINT "favourites_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_matches" ADD CONSTRAINT "saved_search_matches_saved_search_id_saved_searches_id_fk" FOREIGN KEY ("saved_search_id") REFERENCES "public"."saved_searches"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_search_matches" ADD CONSTRAINT "saved_search_matches_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "listing_visits_organization_once" ON "listing_visits" USING btree ("listing_id","visited_on","organization_id") WHERE "listing_visits"."organization_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "listing_visits_visitor_once" ON "listing_visits" USING btree ("listing_id","visited_on","visitor") WHERE "listing_visits"."visitor" is not null;--> statement-breakpoint
CREATE INDEX "listing_visits_day" ON "listing_visits" USING btree ("visited_on");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_told_once" ON "notifications" USING btree ("user_id","source");--> statement-breakpoint
CREATE INDEX "notifications_newest" ON "notifications" USING btree ("user_id","created_at","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id","created_at","id") WHERE "notifications"."read_at" is null;--> statement-breakpoint
CREATE INDEX "favourites_newest" ON "favourites" USING btree ("user_id","created_at","listing_id");--> statement-breakpoint
CREATE INDEX "favourites_listing" ON "favourites" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "saved_search_matches_listing" ON "saved_search_matches" USING btree ("listing_id");--> statement-breakpoint
CREATE INDEX "saved_search_matches_due" ON "saved_search_matches" USING btree ("saved_search_id","matched_at") WHERE "saved_search_matches"."delivered_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_once" ON "saved_searches" USING btree ("user_id","query_key");--> statement-breakpoint
CREATE INDEX "saved_searches_newest" ON "saved_searches" USING btree ("user_id","created_at","id");