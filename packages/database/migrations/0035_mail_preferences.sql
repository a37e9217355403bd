CREATE TABLE "mail_preferences" (
	"user_id" uuid NOT NULL,
	"mail_class" text NOT NULL,
	"delivery" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "mail_preferences_user_id_mail_class_pk" PRIMARY KEY("user_id","mail_class"),
	CONSTRAINT "mail_preferences_class_known" CHECK ("mail_preferences"."mail_class" in ('talks', 'contracts', 'money', 'register', 'listings', 'needs')),
	CONSTRAINT "mail_preferences_delivery_known" CHECK ("mail_preferences"."delivery" in ('instant', 'daily', 'inbox'))
);
--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "awaits_digest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" ADD COLUMN "digest_id" uuid;--> statement-breakpoint
ALTER TABLE "mail_preferences" ADD CONSTRAINT "mail_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notifications_digest" ON "notifications" USING btree ("user_id","digest_id") WHERE "notifications"."awaits_digest";