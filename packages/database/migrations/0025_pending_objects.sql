CREATE TABLE "pending_objects" (
	"storage_key" text PRIMARY KEY NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "pending_objects_oldest" ON "pending_objects" USING btree ("begun_at");