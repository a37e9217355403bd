CREATE TABLE "need_listing_alerts" (
	"need_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"score" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "need_listing_alerts_need_id_listing_id_pk" PRIMARY KEY("need_id","listing_id")
);
--> statement-breakpoint
ALTER TABLE "need_listing_alerts" ADD CONSTRAINT "need_listing_alerts_need_id_needs_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."needs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need_listing_alerts" ADD CONSTRAINT "need_listing_alerts_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;