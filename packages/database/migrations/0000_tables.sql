CREATE TABLE "audit_entries" (
	"position" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_user_id" uuid,
	"actor_organization_id" uuid,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"organization_id" uuid,
	"before" jsonb,
	"after" jsonb,
	"request_id" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" bigint PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "batch_list_members" (
	"batch_list_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"registration_id" uuid NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "batch_list_members_batch_list_id_position_pk" PRIMARY KEY("batch_list_id","position")
);
--> statement-breakpoint
CREATE TABLE "batch_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"contract_count" integer NOT NULL,
	"contract_amount_fen" bigint NOT NULL,
	"technology_amount_fen" bigint NOT NULL,
	"sha256" text NOT NULL,
	"verification_code" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "batch_lists_verification_code_unique" UNIQUE("verification_code"),
	CONSTRAINT "batch_lists_period" CHECK ("batch_lists"."from_on" <= "batch_lists"."to_on"),
	CONSTRAINT "batch_lists_not_empty" CHECK ("batch_lists"."contract_count" > 0)
);
--> statement-breakpoint
CREATE TABLE "contract_signatures" (
	"contract_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"attached_by" uuid NOT NULL,
	"attached_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "contract_signatures_contract_id_organization_id_pk" PRIMARY KEY("contract_id","organization_id"),
	CONSTRAINT "contract_signatures_confirmed_whole" CHECK (("contract_signatures"."confirmed_by" is null) = ("contract_signatures"."confirmed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"listing_id" uuid NOT NULL,
	"seller_id" uuid NOT NULL,
	"buyer_id" uuid NOT NULL,
	"state" text NOT NULL,
	"title" text NOT NULL,
	"type" text NOT NULL,
	"sub_type" text,
	"terms" jsonb NOT NULL,
	"contract_amount_fen" bigint NOT NULL,
	"technology_amount_fen" bigint NOT NULL,
	"signed_on" date,
	"effective_on" date,
	"ends_on" date,
	"agency_id" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone,
	CONSTRAINT "contracts_request_id_unique" UNIQUE("request_id"),
	CONSTRAINT "contracts_state_known" CHECK ("contracts"."state" in ('draft', 'ready', 'signed', 'in_force', 'performed', 'terminated', 'expired')),
	CONSTRAINT "contracts_two_parties" CHECK ("contracts"."seller_id" <> "contracts"."buyer_id"),
	CONSTRAINT "contracts_amounts" CHECK (0 < "contracts"."technology_amount_fen" and "contracts"."technology_amount_fen" <= "contracts"."contract_amount_fen"),
	CONSTRAINT "contracts_dates_in_order" CHECK ("contracts"."signed_on" <= "contracts"."effective_on" and "contracts"."effective_on" <= "contracts"."ends_on"),
	CONSTRAINT "contracts_signed_is_dated" CHECK ("contracts"."state" in ('draft', 'ready') or ("contracts"."signed_on" is not null and "contracts"."effective_on" is not null and "contracts"."signed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "event_deliveries" (
	"event_id" uuid NOT NULL,
	"handler" text NOT NULL,
	"delivered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "event_deliveries_event_id_handler_pk" PRIMARY KEY("event_id","handler")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"payload" jsonb NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text NOT NULL,
	"scope" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "files_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "files_sha256_hex" CHECK ("files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "files_size_positive" CHECK ("files"."size_bytes" > 0)
);
--> statement-breakpoint
CREATE TABLE "login_throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"window_started_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "refresh_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"organization_id" uuid,
	"token_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "refresh_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"name" text NOT NULL,
	"locale" text DEFAULT 'zh-CN' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"password_changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registration_import_problems" (
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"row" integer NOT NULL,
	"column" text,
	"severity" text NOT NULL,
	"code" text NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "registration_import_problems_import_id_position_pk" PRIMARY KEY("import_id","position")
);
--> statement-breakpoint
CREATE TABLE "registration_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"format" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"source" text NOT NULL,
	"row_count" integer DEFAULT 0 NOT NULL,
	"processed_rows" integer DEFAULT 0 NOT NULL,
	"error_count" integer DEFAULT 0 NOT NULL,
	"warning_count" integer DEFAULT 0 NOT NULL,
	"failure_code" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"committed_by" uuid,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "registration_imports_state_known" CHECK ("registration_imports"."state" in ('checking', 'checked', 'queued', 'running', 'done', 'failed', 'cancelling', 'cancelled')),
	CONSTRAINT "registration_imports_format_known" CHECK ("registration_imports"."format" in ('csv', 'xlsx')),
	CONSTRAINT "registration_imports_sha256_hex" CHECK ("registration_imports"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "indicator_values" (
	"plan_key" text NOT NULL,
	"indicator_key" text NOT NULL,
	"year" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"value" text NOT NULL,
	"source" text NOT NULL,
	"published_on" date,
	"reason" text DEFAULT '' NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"entered_by" uuid,
	CONSTRAINT "indicator_values_plan_key_indicator_key_year_revision_pk" PRIMARY KEY("plan_key","indicator_key","year","revision"),
	CONSTRAINT "indicator_values_decimal" CHECK ("indicator_values"."value" ~ '^-?[0-9]{1,15}([.][0-9]{1,6})?$' and "indicator_values"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "plan_indicators" (
	"plan_key" text NOT NULL,
	"key" text NOT NULL,
	"position" integer NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"definition_zh" text NOT NULL,
	"definition_en" text NOT NULL,
	"unit_zh" text NOT NULL,
	"unit_en" text NOT NULL,
	"owner_zh" text NOT NULL,
	"owner_en" text NOT NULL,
	"feed" text NOT NULL,
	"computation" text,
	"baseline_text" text DEFAULT '' NOT NULL,
	"baseline_value" text,
	"target_value" text,
	"path" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "plan_indicators_plan_key_key_pk" PRIMARY KEY("plan_key","key"),
	CONSTRAINT "plan_indicators_feed" CHECK (("plan_indicators"."feed" = 'computed') = ("plan_indicators"."computation" is not null))
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"key" text PRIMARY KEY NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"source" text,
	"region_code" text NOT NULL,
	"start_year" integer NOT NULL,
	"end_year" integer NOT NULL,
	"sample" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_periods" (
	"period" text PRIMARY KEY NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"figures" jsonb NOT NULL,
	"public_figures" jsonb NOT NULL,
	"definition_zh" text NOT NULL,
	"definition_en" text NOT NULL,
	"hash" text NOT NULL,
	"public_hash" text NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	"publisher_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "turnover_entries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "turnover_entries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"registration_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"direction" text NOT NULL,
	"contract_count" integer NOT NULL,
	"contract_amount_fen" bigint NOT NULL,
	"technology_amount_fen" bigint NOT NULL,
	"business_on" date NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"type" text NOT NULL,
	"sub_type" text,
	"four_type" text NOT NULL,
	"five_type" text NOT NULL,
	"regime_key" text NOT NULL,
	"technical_field" text NOT NULL,
	"plan_industry" text NOT NULL,
	"ip_kind" text NOT NULL,
	"plan_source" text NOT NULL,
	"socio_economic_objective" text,
	"seller_kind" text NOT NULL,
	"buyer_kind" text NOT NULL,
	"seller_region_code" text NOT NULL,
	"buyer_region_code" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"seller_id" uuid NOT NULL,
	"buyer_id" uuid NOT NULL,
	CONSTRAINT "turnover_entries_signs" CHECK (("turnover_entries"."direction" = 'book'
          and "turnover_entries"."contract_count" = 1 and 0 < "turnover_entries"."technology_amount_fen" and "turnover_entries"."technology_amount_fen" <= "turnover_entries"."contract_amount_fen")
        or ("turnover_entries"."direction" = 'reverse'
          and "turnover_entries"."contract_count" = -1 and 0 > "turnover_entries"."technology_amount_fen" and "turnover_entries"."technology_amount_fen" >= "turnover_entries"."contract_amount_fen"))
);
--> statement-breakpoint
CREATE TABLE "turnover_history" (
	"dimension" text NOT NULL,
	"code" text NOT NULL,
	"month" date NOT NULL,
	"seller_place" text NOT NULL,
	"buyer_place" text NOT NULL,
	"contract_count" bigint NOT NULL,
	"contract_amount_fen" bigint NOT NULL,
	"technology_amount_fen" bigint NOT NULL,
	"recorded_month" date NOT NULL,
	CONSTRAINT "turnover_history_dimension_month_recorded_month_code_seller_place_buyer_place_pk" PRIMARY KEY("dimension","month","recorded_month","code","seller_place","buyer_place")
);
--> statement-breakpoint
CREATE TABLE "turnover_home" (
	"id" integer PRIMARY KEY NOT NULL,
	"region_code" text NOT NULL,
	CONSTRAINT "turnover_home_single" CHECK ("turnover_home"."id" = 1),
	CONSTRAINT "turnover_home_region" CHECK ("turnover_home"."region_code" ~ '^[0-9]{6}$')
);
--> statement-breakpoint
CREATE TABLE "turnover_rollups" (
	"dimension" text NOT NULL,
	"code" text NOT NULL,
	"month" date NOT NULL,
	"seller_place" text NOT NULL,
	"buyer_place" text NOT NULL,
	"contract_count" bigint NOT NULL,
	"contract_amount_fen" bigint NOT NULL,
	"technology_amount_fen" bigint NOT NULL,
	CONSTRAINT "turnover_rollups_dimension_month_code_seller_place_buyer_place_pk" PRIMARY KEY("dimension","month","code","seller_place","buyer_place")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text NOT NULL,
	"terms" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	CONSTRAINT "offers_state_known" CHECK ("offers"."state" in ('open', 'accepted', 'superseded', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"listing_version" integer NOT NULL,
	"requester_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"state" text NOT NULL,
	"transfer_mode" text NOT NULL,
	"exclusivity" text NOT NULL,
	"field_of_use" text NOT NULL,
	"territory" text NOT NULL,
	"term_months" integer,
	"offer_fen" bigint,
	"message" text NOT NULL,
	"decline_reason" text,
	"decline_words" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "requests_state_known" CHECK ("requests"."state" in ('submitted', 'accepted', 'negotiating', 'agreed', 'contracted', 'declined', 'withdrawn', 'lapsed')),
	CONSTRAINT "requests_two_parties" CHECK ("requests"."requester_id" <> "requests"."owner_id"),
	CONSTRAINT "requests_term_positive" CHECK ("requests"."term_months" > 0),
	CONSTRAINT "requests_offer_positive" CHECK ("requests"."offer_fen" > 0),
	CONSTRAINT "requests_declined_with_reason" CHECK (("requests"."state" = 'declined') = ("requests"."decline_reason" is not null)
        and ("requests"."decline_reason" <> 'other' or "requests"."decline_words" <> ''))
);
--> statement-breakpoint
CREATE TABLE "listing_attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"listing_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"visibility" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "listing_attachments_visibility_known" CHECK ("listing_attachments"."visibility" in ('public', 'confidential'))
);
--> statement-breakpoint
CREATE TABLE "listing_rights" (
	"listing_id" uuid NOT NULL,
	"right_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "listing_rights_listing_id_right_id_pk" PRIMARY KEY("listing_id","right_id")
);
--> statement-breakpoint
CREATE TABLE "listing_versions" (
	"listing_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	CONSTRAINT "listing_versions_listing_id_version_pk" PRIMARY KEY("listing_id","version")
);
--> statement-breakpoint
CREATE TABLE "listings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"title_zh" text NOT NULL,
	"title_en" text DEFAULT '' NOT NULL,
	"summary_zh" text DEFAULT '' NOT NULL,
	"summary_en" text DEFAULT '' NOT NULL,
	"problem_zh" text DEFAULT '' NOT NULL,
	"problem_en" text DEFAULT '' NOT NULL,
	"advantage_zh" text DEFAULT '' NOT NULL,
	"advantage_en" text DEFAULT '' NOT NULL,
	"applications_zh" text DEFAULT '' NOT NULL,
	"applications_en" text DEFAULT '' NOT NULL,
	"maturity_level" integer,
	"maturity_evidence_zh" text DEFAULT '' NOT NULL,
	"maturity_evidence_en" text DEFAULT '' NOT NULL,
	"ipc_symbols" text[] DEFAULT '{}' NOT NULL,
	"technical_field" text,
	"plan_industry" text,
	"industry_class" text,
	"transfer_modes" text[] DEFAULT '{}' NOT NULL,
	"price_mode" text,
	"price_fen" bigint,
	"price_max_fen" bigint,
	"region_code" text NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"review_reasons" jsonb,
	"changes" jsonb,
	"changes_state" text,
	"withdrawal_reason" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"submitted_by" uuid,
	"published_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "listings_state_known" CHECK ("listings"."state" in ('draft', 'submitted', 'published', 'under_negotiation', 'transferred', 'withdrawn', 'expired')),
	CONSTRAINT "listings_maturity_range" CHECK ("listings"."maturity_level" between 1 and 13),
	CONSTRAINT "listings_price_positive" CHECK ("listings"."price_fen" > 0 and ("listings"."price_max_fen" is null or "listings"."price_max_fen" >= "listings"."price_fen")),
	CONSTRAINT "listings_published_has_version" CHECK ("listings"."state" not in ('published', 'under_negotiation', 'transferred') or "listings"."version" > 0),
	CONSTRAINT "listings_changes_whole" CHECK (("listings"."changes" is null) = ("listings"."changes_state" is null)
        and ("listings"."changes_state" is null or "listings"."changes_state" in ('draft', 'submitted')))
);
--> statement-breakpoint
CREATE TABLE "rights" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text,
	"title" text NOT NULL,
	"owner_names" text[] NOT NULL,
	"inventor_names" text[] NOT NULL,
	"filed_on" date,
	"granted_on" date,
	"expires_on" date,
	"legal_status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "rights_dates_in_order" CHECK ("rights"."granted_on" >= "rights"."filed_on" and "rights"."expires_on" >= "rights"."filed_on")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"roles" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "memberships_organization_id_user_id_pk" PRIMARY KEY("organization_id","user_id"),
	CONSTRAINT "memberships_some_role" CHECK (cardinality("memberships"."roles") > 0)
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"name_zh" text NOT NULL,
	"name_en" text NOT NULL,
	"credit_code" text NOT NULL,
	"state_owned" boolean DEFAULT false NOT NULL,
	"region_code" text NOT NULL,
	"intro_zh" text DEFAULT '' NOT NULL,
	"intro_en" text DEFAULT '' NOT NULL,
	"website" text,
	"sample" boolean DEFAULT false NOT NULL,
	"decision_reason" text,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "organizations_kind_known" CHECK ("organizations"."kind" in ('university', 'institute', 'company', 'agency', 'provider', 'authority', 'operator')),
	CONSTRAINT "organizations_state_known" CHECK ("organizations"."state" in ('pending', 'verified', 'rejected', 'suspended', 'recorded'))
);
--> statement-breakpoint
CREATE TABLE "registration_prechecks" (
	"registration_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"stage" text NOT NULL,
	"rule_set" text NOT NULL,
	"findings" jsonb NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"checked_by" uuid NOT NULL,
	CONSTRAINT "registration_prechecks_registration_id_revision_pk" PRIMARY KEY("registration_id","revision"),
	CONSTRAINT "registration_prechecks_stage_known" CHECK ("registration_prechecks"."stage" in ('contract', 'filing', 'review'))
);
--> statement-breakpoint
CREATE TABLE "receipt_verifications" (
	"receipt_id" uuid PRIMARY KEY NOT NULL,
	"verified_technology_fen" bigint NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"verified_by" uuid NOT NULL,
	"verified_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "receipt_verifications_amount" CHECK (0 <= "receipt_verifications"."verified_technology_fen")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"registration_id" uuid NOT NULL,
	"corrects_id" uuid,
	"received_on" date NOT NULL,
	"amount_fen" bigint NOT NULL,
	"declared_technology_fen" bigint NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"file_id" uuid,
	"organization_id" uuid NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "receipts_amounts" CHECK ("receipts"."declared_technology_fen" between 0 and "receipts"."amount_fen" and (0 < "receipts"."amount_fen" or "receipts"."corrects_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"series" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "number_series_range" CHECK ("number_series"."last" between 1 and 999999)
);
--> statement-breakpoint
CREATE TABLE "registration_reminders" (
	"registration_id" uuid NOT NULL,
	"reminded_on" date NOT NULL,
	"days_left" integer NOT NULL,
	CONSTRAINT "registration_reminders_registration_id_reminded_on_pk" PRIMARY KEY("registration_id","reminded_on")
);
--> statement-breakpoint
CREATE TABLE "registration_versions" (
	"registration_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"entry" text NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "registration_versions_registration_id_version_pk" PRIMARY KEY("registration_id","version"),
	CONSTRAINT "registration_versions_entry_known" CHECK ("registration_versions"."entry" in ('registered', 'changed', 'cancelled', 'revoked'))
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contract_id" uuid,
	"import_id" uuid,
	"import_row" integer,
	"agency_id" uuid NOT NULL,
	"seller_id" uuid NOT NULL,
	"buyer_id" uuid NOT NULL,
	"state" text NOT NULL,
	"status" text,
	"version" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"regime_key" text NOT NULL,
	"title" text NOT NULL,
	"seller_kind" text NOT NULL,
	"seller_region_code" text NOT NULL,
	"buyer_kind" text NOT NULL,
	"buyer_region_code" text NOT NULL,
	"type" text NOT NULL,
	"sub_type" text,
	"contract_amount_fen" bigint NOT NULL,
	"technology_amount_fen" bigint NOT NULL,
	"signed_on" date NOT NULL,
	"effective_on" date NOT NULL,
	"ends_on" date,
	"technical_field" text,
	"plan_industry" text,
	"ip_kind" text,
	"plan_source" text NOT NULL,
	"socio_economic_objective" text,
	"payment_method" text NOT NULL,
	"related_parties" boolean NOT NULL,
	"seller_country" text DEFAULT '142' NOT NULL,
	"buyer_country" text DEFAULT '142' NOT NULL,
	"industry_class" text,
	"seller_industry_class" text,
	"buyer_industry_class" text,
	"seller_profile" jsonb,
	"buyer_profile" jsonb,
	"added_input_fen" bigint,
	"added_output_fen" bigint,
	"currency" text DEFAULT 'CNY' NOT NULL,
	"currency_amount_cents" bigint,
	"exchange_rate" numeric(17, 8),
	"exchange_rate_on" date,
	"non_technical_items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"carrier_sets" integer,
	"fingerprint" text NOT NULL,
	"filed_by" uuid NOT NULL,
	"filers" uuid[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"submitted_at" timestamp (3) with time zone,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" uuid,
	"due_on" date,
	"assigned_to" uuid,
	"assigned_by" uuid,
	"assigned_at" timestamp (3) with time zone,
	"review_sent_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"correction_comments" jsonb,
	"refusal_reasons" jsonb,
	"registered_on" date,
	"number" text,
	"verification_code" text,
	CONSTRAINT "registrations_number_unique" UNIQUE("number"),
	CONSTRAINT "registrations_verification_code_unique" UNIQUE("verification_code"),
	CONSTRAINT "registrations_state_known" CHECK ("registrations"."state" in ('draft', 'submitted', 'accepted', 'correction_requested', 'under_review', 'registered', 'refused')),
	CONSTRAINT "registrations_status_known" CHECK ("registrations"."status" in ('valid', 'changed', 'cancelled', 'revoked')),
	CONSTRAINT "registrations_amounts_positive" CHECK (0 < "registrations"."technology_amount_fen" and 0 < "registrations"."contract_amount_fen"),
	CONSTRAINT "registrations_submitted_in_order" CHECK ("registrations"."state" in ('draft', 'correction_requested') or (
        "registrations"."technology_amount_fen" <= "registrations"."contract_amount_fen"
        and "registrations"."signed_on" <= "registrations"."effective_on"
        and ("registrations"."ends_on" is null or "registrations"."effective_on" <= "registrations"."ends_on")
        and "registrations"."technical_field" is not null and "registrations"."plan_industry" is not null and "registrations"."ip_kind" is not null
        and ("registrations"."submitted_at" is not null or "registrations"."import_id" is not null))),
	CONSTRAINT "registrations_currency_whole" CHECK ("registrations"."state" in ('draft', 'correction_requested') or case when "registrations"."currency" = 'CNY'
        then num_nonnulls("registrations"."currency_amount_cents", "registrations"."exchange_rate", "registrations"."exchange_rate_on") = 0
        else num_nulls("registrations"."currency_amount_cents", "registrations"."exchange_rate", "registrations"."exchange_rate_on") = 0
          and round("registrations"."currency_amount_cents" * "registrations"."exchange_rate") = "registrations"."contract_amount_fen" end),
	CONSTRAINT "registrations_counts_not_negative" CHECK (0 <= "registrations"."added_input_fen" and 0 <= "registrations"."added_output_fen" and 0 <= "registrations"."carrier_sets"),
	CONSTRAINT "registrations_number_form" CHECK ("registrations"."number" ~ '^[0-9]{16}$' or ("registrations"."number" ~ '^[0-9]{14}$' and "registrations"."import_id" is not null)),
	CONSTRAINT "registrations_origin" CHECK (("registrations"."import_id" is null) = ("registrations"."contract_id" is not null) and ("registrations"."import_id" is null) = ("registrations"."import_row" is null)
        and ("registrations"."import_id" is null or "registrations"."state" = 'registered')),
	CONSTRAINT "registrations_registered_whole" CHECK (("registrations"."state" = 'registered') = ("registrations"."number" is not null)
        and ("registrations"."state" = 'registered') = ("registrations"."status" is not null)
        and ("registrations"."state" = 'registered') = ("registrations"."registered_on" is not null)
        and ("registrations"."state" = 'registered') = ("registrations"."verification_code" is not null)
        and ("registrations"."state" = 'registered') = ("registrations"."version" > 0)
        and ("registrations"."state" in ('registered', 'refused') and "registrations"."import_id" is null) = ("registrations"."decided_at" is not null)
        and ("registrations"."decided_at" is null) = ("registrations"."decided_by" is null)
        and ("registrations"."accepted_at" is null) = ("registrations"."accepted_by" is null)
        and ("registrations"."state" not in ('accepted', 'under_review', 'registered') or "registrations"."accepted_at" is not null
          or "registrations"."import_id" is not null)),
	CONSTRAINT "registrations_steps_in_order" CHECK ("registrations"."accepted_at" >= "registrations"."submitted_at" and "registrations"."decided_at" >= "registrations"."submitted_at"),
	CONSTRAINT "registrations_filer_named" CHECK ("registrations"."filed_by" = any("registrations"."filers")),
	CONSTRAINT "registrations_due_when_accepted" CHECK ("registrations"."due_on" is null or "registrations"."accepted_at" is not null),
	CONSTRAINT "registrations_assigned_whole" CHECK (num_nonnulls("registrations"."assigned_to", "registrations"."assigned_by", "registrations"."assigned_at") in (0, 3)
        and "registrations"."assigned_to" <> all("registrations"."filers")
        and ("registrations"."state" <> 'under_review' or "registrations"."assigned_to" <> "registrations"."review_sent_by")),
	CONSTRAINT "registrations_examiner_is_not_filer" CHECK ("registrations"."accepted_by" <> all("registrations"."filers") and "registrations"."review_sent_by" <> all("registrations"."filers") and "registrations"."decided_by" <> all("registrations"."filers")),
	CONSTRAINT "registrations_two_reviewers" CHECK ("registrations"."state" <> 'registered' or "registrations"."review_sent_by" <> "registrations"."decided_by")
);
--> statement-breakpoint
CREATE TABLE "search_backlog" (
	"engine" text NOT NULL,
	"listing_id" uuid NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"last_error" text NOT NULL,
	"first_failed_at" timestamp (3) with time zone NOT NULL,
	"last_failed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "search_backlog_engine_listing_id_pk" PRIMARY KEY("engine","listing_id")
);
--> statement-breakpoint
CREATE TABLE "search_documents" (
	"generation" integer NOT NULL,
	"id" uuid NOT NULL,
	"words" "tsvector" NOT NULL,
	"stems" "tsvector" NOT NULL,
	"numbers" text[] NOT NULL,
	"word_count" integer NOT NULL,
	"kind" text NOT NULL,
	"technical_field" text,
	"plan_industry" text,
	"transfer_modes" text[] NOT NULL,
	"maturity_level" integer,
	"owner_id" uuid NOT NULL,
	"region_code" text NOT NULL,
	"price_fen" bigint,
	"published_at" timestamp (3) with time zone NOT NULL,
	"document" jsonb NOT NULL,
	CONSTRAINT "search_documents_generation_id_pk" PRIMARY KEY("generation","id")
);
--> statement-breakpoint
CREATE TABLE "search_generations" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_generations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"state" text NOT NULL,
	"document_count" integer DEFAULT 0 NOT NULL,
	"word_count" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_generations_state_known" CHECK ("search_generations"."state" in ('building', 'current'))
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "batch_list_members" ADD CONSTRAINT "batch_list_members_batch_list_id_batch_lists_id_fk" FOREIGN KEY ("batch_list_id") REFERENCES "public"."batch_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_list_members" ADD CONSTRAINT "batch_list_members_version" FOREIGN KEY ("registration_id","version") REFERENCES "public"."registration_versions"("registration_id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_lists" ADD CONSTRAINT "batch_lists_agency_id_organizations_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "batch_lists" ADD CONSTRAINT "batch_lists_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD CONSTRAINT "contract_signatures_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD CONSTRAINT "contract_signatures_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD CONSTRAINT "contract_signatures_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD CONSTRAINT "contract_signatures_attached_by_users_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_signatures" ADD CONSTRAINT "contract_signatures_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_seller_id_organizations_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_buyer_id_organizations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contracts" ADD CONSTRAINT "contracts_agency_id_organizations_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_deliveries" ADD CONSTRAINT "event_deliveries_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_import_problems" ADD CONSTRAINT "registration_import_problems_import_id_registration_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."registration_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_imports" ADD CONSTRAINT "registration_imports_agency_id_organizations_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_imports" ADD CONSTRAINT "registration_imports_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_imports" ADD CONSTRAINT "registration_imports_committed_by_users_id_fk" FOREIGN KEY ("committed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_values" ADD CONSTRAINT "indicator_values_entered_by_users_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_values" ADD CONSTRAINT "indicator_values_indicator" FOREIGN KEY ("plan_key","indicator_key") REFERENCES "public"."plan_indicators"("plan_key","key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_indicators" ADD CONSTRAINT "plan_indicators_plan_key_plans_key_fk" FOREIGN KEY ("plan_key") REFERENCES "public"."plans"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_periods" ADD CONSTRAINT "published_periods_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_periods" ADD CONSTRAINT "published_periods_publisher_id_organizations_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turnover_entries" ADD CONSTRAINT "turnover_entries_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turnover_entries" ADD CONSTRAINT "turnover_entries_agency_id_organizations_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turnover_entries" ADD CONSTRAINT "turnover_entries_seller_id_organizations_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turnover_entries" ADD CONSTRAINT "turnover_entries_buyer_id_organizations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_request_id_requests_id_fk" FOREIGN KEY ("request_id") REFERENCES "public"."requests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_requester_id_organizations_id_fk" FOREIGN KEY ("requester_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_owner_id_organizations_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_attachments" ADD CONSTRAINT "listing_attachments_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_attachments" ADD CONSTRAINT "listing_attachments_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_rights" ADD CONSTRAINT "listing_rights_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_rights" ADD CONSTRAINT "listing_rights_right_id_rights_id_fk" FOREIGN KEY ("right_id") REFERENCES "public"."rights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_listing_id_listings_id_fk" FOREIGN KEY ("listing_id") REFERENCES "public"."listings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing_versions" ADD CONSTRAINT "listing_versions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listings" ADD CONSTRAINT "listings_submitted_by_users_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rights" ADD CONSTRAINT "rights_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_prechecks" ADD CONSTRAINT "registration_prechecks_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_prechecks" ADD CONSTRAINT "registration_prechecks_checked_by_users_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_verifications" ADD CONSTRAINT "receipt_verifications_receipt_id_receipts_id_fk" FOREIGN KEY ("receipt_id") REFERENCES "public"."receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt_verifications" ADD CONSTRAINT "receipt_verifications_verified_by_users_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_corrects_id_receipts_id_fk" FOREIGN KEY ("corrects_id") REFERENCES "public"."receipts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_reminders" ADD CONSTRAINT "registration_reminders_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_versions" ADD CONSTRAINT "registration_versions_registration_id_registrations_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_versions" ADD CONSTRAINT "registration_versions_recorded_by_users_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_contract_id_contracts_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_import_id_registration_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."registration_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_agency_id_organizations_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_seller_id_organizations_id_fk" FOREIGN KEY ("seller_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_buyer_id_organizations_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_filed_by_users_id_fk" FOREIGN KEY ("filed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_accepted_by_users_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_assigned_to_users_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_assigned_by_users_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_review_sent_by_users_id_fk" FOREIGN KEY ("review_sent_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_generation_search_generations_id_fk" FOREIGN KEY ("generation") REFERENCES "public"."search_generations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("subject_type","subject_id","position");--> statement-breakpoint
CREATE INDEX "audit_entries_organization" ON "audit_entries" USING btree ("organization_id","position");--> statement-breakpoint
CREATE INDEX "batch_list_members_registration" ON "batch_list_members" USING btree ("registration_id");--> statement-breakpoint
CREATE INDEX "batch_lists_agency" ON "batch_lists" USING btree ("agency_id","created_at","id");--> statement-breakpoint
CREATE INDEX "contract_signatures_file" ON "contract_signatures" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "contracts_seller" ON "contracts" USING btree ("seller_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "contracts_buyer" ON "contracts" USING btree ("buyer_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "contracts_agency" ON "contracts" USING btree ("agency_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_id","occurred_at");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "files_organization" ON "files" USING btree ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "password_resets_user" ON "password_resets" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_family" ON "refresh_tokens" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "refresh_tokens_user" ON "refresh_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_unique" ON "users" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "registration_imports_agency" ON "registration_imports" USING btree ("agency_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "turnover_entries_once" ON "turnover_entries" USING btree ("registration_id","version","direction");--> statement-breakpoint
CREATE INDEX "turnover_entries_business" ON "turnover_entries" USING btree ("business_on","registration_id");--> statement-breakpoint
CREATE INDEX "turnover_entries_recorded" ON "turnover_entries" USING btree ("recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_version" ON "offers" USING btree ("request_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "offers_one_open" ON "offers" USING btree ("request_id") WHERE "offers"."state" = 'open';--> statement-breakpoint
CREATE UNIQUE INDEX "offers_one_accepted" ON "offers" USING btree ("request_id") WHERE "offers"."state" = 'accepted';--> statement-breakpoint
CREATE UNIQUE INDEX "requests_one_open" ON "requests" USING btree ("listing_id","requester_id","transfer_mode") WHERE "requests"."state" in ('submitted', 'accepted', 'negotiating', 'agreed');--> statement-breakpoint
CREATE INDEX "requests_requester" ON "requests" USING btree ("requester_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "requests_owner" ON "requests" USING btree ("owner_id","updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "listing_attachments_file" ON "listing_attachments" USING btree ("listing_id","file_id");--> statement-breakpoint
CREATE INDEX "listing_attachments_by_file" ON "listing_attachments" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "listing_rights_right" ON "listing_rights" USING btree ("right_id");--> statement-breakpoint
CREATE INDEX "listings_review" ON "listings" USING btree ("submitted_at","id") WHERE "listings"."state" = 'submitted' or "listings"."changes_state" = 'submitted';--> statement-breakpoint
CREATE INDEX "listings_organization" ON "listings" USING btree ("organization_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "listings_state" ON "listings" USING btree ("state","published_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "rights_number_once_per_organization" ON "rights" USING btree ("organization_id","kind","number") WHERE "rights"."number" is not null;--> statement-breakpoint
CREATE INDEX "rights_number" ON "rights" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_one_pending" ON "invitations" USING btree ("organization_id",lower("email")) WHERE "invitations"."accepted_at" is null and "invitations"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_credit_code_unique" ON "organizations" USING btree ("credit_code") WHERE "organizations"."state" not in ('rejected', 'recorded');--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_recorded_once" ON "organizations" USING btree ("credit_code",(case when "credit_code" = '' then "name_zh" else '' end)) WHERE "organizations"."state" = 'recorded';--> statement-breakpoint
CREATE INDEX "organizations_state_kind" ON "organizations" USING btree ("state","kind","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "receipts_corrected_once" ON "receipts" USING btree ("corrects_id") WHERE "receipts"."corrects_id" is not null;--> statement-breakpoint
CREATE INDEX "receipts_registration" ON "receipts" USING btree ("registration_id","received_on");--> statement-breakpoint
CREATE INDEX "receipts_file" ON "receipts" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_contract_once" ON "registrations" USING btree ("contract_id") WHERE "registrations"."state" <> 'refused';--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_fingerprint_once" ON "registrations" USING btree ("fingerprint") WHERE "registrations"."state" not in ('draft', 'refused');--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_import_row" ON "registrations" USING btree ("import_id","import_row");--> statement-breakpoint
CREATE INDEX "registrations_agency" ON "registrations" USING btree ("agency_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "registrations_comparables" ON "registrations" USING btree ("technical_field","type","registered_on") WHERE "registrations"."status" in ('valid', 'changed');--> statement-breakpoint
CREATE INDEX "registrations_likeness" ON "registrations" USING btree ("signed_on","contract_amount_fen");--> statement-breakpoint
CREATE INDEX "registrations_parties" ON "registrations" USING btree ("seller_id","buyer_id");--> statement-breakpoint
CREATE INDEX "registrations_buyer" ON "registrations" USING btree ("buyer_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "registrations_due" ON "registrations" USING btree ("due_on","id") WHERE "registrations"."state" in ('accepted', 'under_review');--> statement-breakpoint
CREATE INDEX "registrations_assigned" ON "registrations" USING btree ("assigned_to","submitted_at","id") WHERE "registrations"."state" in ('submitted', 'accepted', 'under_review');--> statement-breakpoint
CREATE INDEX "registrations_queue" ON "registrations" USING btree ("state","submitted_at","id");--> statement-breakpoint
CREATE INDEX "search_backlog_oldest" ON "search_backlog" USING btree ("engine","last_failed_at");--> statement-breakpoint
CREATE INDEX "search_documents_words" ON "search_documents" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_documents_stems" ON "search_documents" USING gin ("stems") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_documents_numbers" ON "search_documents" USING gin ("numbers") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "search_documents_newest" ON "search_documents" USING btree ("generation","published_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "search_generations_one_current" ON "search_generations" USING btree ("state") WHERE "search_generations"."state" = 'current';