CREATE TABLE "turnover_released_entries" (
	"entry_id" bigint PRIMARY KEY NOT NULL,
	"release_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turnover_released_figures" (
	"view" text NOT NULL,
	"by" text NOT NULL,
	"year" integer NOT NULL,
	"code" text NOT NULL,
	"release_id" integer NOT NULL,
	"contract_count" bigint,
	"contract_amount_fen" bigint,
	"technology_amount_fen" bigint,
	CONSTRAINT "turnover_released_figures_view_by_year_code_release_id_pk" PRIMARY KEY("view","by","year","code","release_id"),
	CONSTRAINT "turnover_released_figures_whole" CHECK (num_nulls("turnover_released_figures"."contract_count", "turnover_released_figures"."contract_amount_fen", "turnover_released_figures"."technology_amount_fen") in (0, 3)),
	CONSTRAINT "turnover_released_figures_smallest" CHECK ("turnover_released_figures"."contract_count" = 0 or "turnover_released_figures"."contract_count" >= 3)
);
--> statement-breakpoint
CREATE TABLE "turnover_released_prices" (
	"field" text NOT NULL,
	"type" text NOT NULL,
	"exclusivity" text NOT NULL,
	"release_id" integer NOT NULL,
	"contract_count" integer NOT NULL,
	"lower_quartile_fen" bigint NOT NULL,
	"median_fen" bigint NOT NULL,
	"upper_quartile_fen" bigint NOT NULL,
	CONSTRAINT "turnover_released_prices_field_type_exclusivity_release_id_pk" PRIMARY KEY("field","type","exclusivity","release_id")
);
--> statement-breakpoint
CREATE TABLE "turnover_releases" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "turnover_releases_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"released_at" timestamp (3) with time zone NOT NULL,
	"home_region_code" text NOT NULL,
	"released_by" uuid,
	CONSTRAINT "turnover_releases_released_at_unique" UNIQUE("released_at")
);
--> statement-breakpoint
ALTER TABLE "turnover_released_entries" ADD CONSTRAINT "turnover_released_entries_entry_id_turnover_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."turnover_entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turnover_released_entries" ADD CONSTRAINT "turnover_released_entries_release_id_turnover_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."turnover_releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turnover_released_figures" ADD CONSTRAINT "turnover_released_figures_release_id_turnover_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."turnover_releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turnover_released_prices" ADD CONSTRAINT "turnover_released_prices_release_id_turnover_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."turnover_releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turnover_releases" ADD CONSTRAINT "turnover_releases_released_by_users_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;