/** An id that is easy to tell apart in a failing test. */
export const earlyId = (number: number): string =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

const ids = {
  seller: earlyId(1),
  buyer: earlyId(2),
  agency: earlyId(3),
  person: earlyId(4),
  registrar: earlyId(5),
  right: earlyId(6),
  listing: earlyId(7),
  draft: earlyId(8),
  request: earlyId(9),
  offer: earlyId(10),
  contract: earlyId(11),
  file: earlyId(12),
  registration: earlyId(13),
  otherRequest: earlyId(14),
  otherOffer: earlyId(15),
  otherContract: earlyId(16),
} as const
export const EARLY = ids

const TERMS = {
  transferMode: 'exclusive_licence',
  exclusivity: 'exclusive',
  fieldOfUse: '制糖废水处理',
  territory: '广西',
  termMonths: 60,
  upfrontFen: 5_000_000,
  royaltyRatePercent: 2.5,
  totalFen: 20_000_000,
}

/**
 * One deal from listing to register as the first migrations know it, in SQL: today's schema has columns that those tables
 * lack. A university holds a patent with somebody outside the market, and licensed it exclusively; the contract is
 * registered and booked. Beside it lie a draft nobody has read and a second contract nobody has signed.
 */
export const EARLY_MARKET = `
insert into users (id, email, password_hash, name, created_at, password_changed_at) values
  ('${ids.person}', 'li@example.org', 'x', '李', '2026-01-05T02:00Z', '2026-01-05T02:00Z'),
  ('${ids.registrar}', 'wang@example.org', 'x', '王', '2026-01-05T02:00Z', '2026-01-05T02:00Z');

insert into organizations (id, kind, state, name_zh, name_en, credit_code, region_code, created_at, updated_at) values
  ('${ids.seller}', 'university', 'verified', '邕江大学', 'Yongjiang University', '12450000MB0T1A2B31', '450100',
    '2026-01-05T02:00Z', '2026-01-05T02:00Z'),
  ('${ids.buyer}', 'company', 'verified', '青山糖业', 'Qingshan Sugar', '91450100MA5K1A2B32', '450100',
    '2026-01-05T02:00Z', '2026-01-05T02:00Z'),
  ('${ids.agency}', 'agency', 'verified', '南宁技术转移中心', 'Nanning Transfer Centre', '12450100MB0T1A2B33', '450100',
    '2026-01-05T02:00Z', '2026-01-05T02:00Z');

insert into memberships (organization_id, user_id, roles, created_at) values
  ('${ids.seller}', '${ids.person}', '{owner}', '2026-01-05T02:00Z'),
  ('${ids.agency}', '${ids.registrar}', '{registrar}', '2026-01-05T02:00Z');

insert into rights (id, organization_id, kind, number, title, owner_names, inventor_names, filed_on, granted_on,
    expires_on, legal_status, created_at) values
  ('${ids.right}', '${ids.seller}', 'invention_patent', '202010123456.3', '吸附材料', '{邕江大学,红水河研究所}', '{李,王}',
    '2020-03-02', '2022-05-10', '2040-03-01', 'in_force', '2026-01-05T02:00Z');

insert into listings (id, organization_id, state, kind, title_zh, transfer_modes, region_code, version, created_by,
    created_at, updated_at, published_at) values
  ('${ids.listing}', '${ids.seller}', 'under_negotiation', 'granted_patent', '糖蜜废液吸附材料', '{exclusive_licence}',
    '450100', 1, '${ids.person}', '2026-01-06T02:00Z', '2026-01-07T02:00Z', '2026-01-07T02:00Z'),
  ('${ids.draft}', '${ids.seller}', 'draft', 'know_how', '未完成', '{}', '450100', 0, '${ids.person}',
    '2026-01-06T02:00Z', '2026-01-06T02:00Z', null);
insert into listing_rights (listing_id, right_id, position) values ('${ids.listing}', '${ids.right}', 0);
insert into listing_versions (listing_id, version, content, published_at, published_by) values
  ('${ids.listing}', 1, '{"titleZh": "糖蜜废液吸附材料"}', '2026-01-07T02:00Z', '${ids.registrar}');

insert into requests (id, listing_id, listing_version, requester_id, owner_id, state, transfer_mode, exclusivity,
    field_of_use, territory, term_months, message, created_by, created_at, updated_at, answered_at) values
  ('${ids.request}', '${ids.listing}', 1, '${ids.buyer}', '${ids.seller}', 'contracted', 'exclusive_licence',
    'exclusive', '制糖废水处理', '广西', 60, '两条产线', '${ids.person}', '2026-01-08T02:00Z', '2026-01-20T02:00Z',
    '2026-01-09T02:00Z'),
  ('${ids.otherRequest}', '${ids.listing}', 1, '${ids.agency}', '${ids.seller}', 'contracted', 'exclusive_licence',
    'exclusive', '制糖废水处理', '广西', 60, '', '${ids.registrar}', '2026-01-08T02:00Z', '2026-01-20T02:00Z',
    '2026-01-09T02:00Z');
insert into offers (id, request_id, version, organization_id, state, terms, created_by, created_at, decided_at,
    decided_by) values
  ('${ids.offer}', '${ids.request}', 1, '${ids.seller}', 'accepted', '${JSON.stringify(TERMS)}', '${ids.person}',
    '2026-01-10T02:00Z', '2026-01-12T02:00Z', '${ids.person}'),
  ('${ids.otherOffer}', '${ids.otherRequest}', 1, '${ids.seller}', 'accepted', '${JSON.stringify(TERMS)}',
    '${ids.person}', '2026-01-10T02:00Z', '2026-01-12T02:00Z', '${ids.registrar}');

insert into contracts (id, request_id, offer_id, listing_id, seller_id, buyer_id, state, title, type, sub_type, terms,
    contract_amount_fen, technology_amount_fen, signed_on, effective_on, ends_on, agency_id, created_at, updated_at,
    signed_at) values
  ('${ids.contract}', '${ids.request}', '${ids.offer}', '${ids.listing}', '${ids.seller}', '${ids.buyer}', 'in_force',
    '吸附材料独占许可合同', 'licence', 'patent_licence', '${JSON.stringify(TERMS)}', 20000000, 18000000, '2026-01-20',
    '2026-01-20', '2031-01-19', '${ids.agency}', '2026-01-12T02:00Z', '2026-01-20T02:00Z', '2026-01-20T02:00Z'),
  ('${ids.otherContract}', '${ids.otherRequest}', '${ids.otherOffer}', '${ids.listing}', '${ids.seller}',
    '${ids.agency}', 'draft', '另一份合同', 'licence', null, '${JSON.stringify(TERMS)}', 20000000, 18000000, null, null,
    null, null, '2026-01-12T02:00Z', '2026-01-12T02:00Z', null);
insert into files (id, organization_id, purpose, name, media_type, size_bytes, sha256, storage_key, created_by,
    created_at) values
  ('${ids.file}', '${ids.seller}', 'contract_text', '合同.pdf', 'application/pdf', 12, repeat('a', 64), 'early/1',
    '${ids.person}', '2026-01-19T02:00Z');
insert into contract_signatures (contract_id, organization_id, file_id, sha256, attached_by, attached_at,
    confirmed_by, confirmed_at)
  select '${ids.contract}', side::uuid, '${ids.file}', repeat('a', 64), '${ids.person}', '2026-01-19T02:00Z',
    '${ids.person}', '2026-01-20T02:00Z' from unnest('{${ids.seller},${ids.buyer}}'::text[]) side;

begin;
insert into registrations (id, contract_id, agency_id, seller_id, buyer_id, state, status, version, regime_key, title,
    seller_kind, seller_region_code, buyer_kind, buyer_region_code, type, sub_type, contract_amount_fen,
    technology_amount_fen, signed_on, effective_on, ends_on, technical_field, plan_industry, ip_kind, plan_source,
    payment_method, related_parties, fingerprint, filed_by, filers, created_at, updated_at, submitted_at, accepted_at,
    accepted_by, decided_at, decided_by, registered_on, number, verification_code) values
  ('${ids.registration}', '${ids.contract}', '${ids.agency}', '${ids.seller}', '${ids.buyer}', 'registered', 'valid', 1,
    'early', '吸附材料独占许可合同', 'university', '450100', 'company', '450100', 'licence', 'patent_licence', 20000000,
    18000000, '2026-01-20', '2026-01-20', '2031-01-19', 'environment', 'environment', 'invention_patent', 'none',
    'lump_sum', false, 'early-1', '${ids.person}', '{${ids.person}}', '2026-01-21T02:00Z', '2026-01-23T02:00Z',
    '2026-01-21T02:00Z', '2026-01-22T02:00Z', '${ids.registrar}', '2026-01-23T02:00Z', '${ids.registrar}',
    '2026-01-23', '2026450100000001', 'early-code');
insert into registration_versions (registration_id, version, entry, content, recorded_at, recorded_by) values
  ('${ids.registration}', 1, 'registered', '{"title": "吸附材料独占许可合同"}', '2026-01-23T02:00Z', '${ids.registrar}');
insert into turnover_entries (registration_id, version, direction, contract_count, contract_amount_fen,
    technology_amount_fen, business_on, recorded_at, type, sub_type, four_type, five_type, regime_key, technical_field,
    plan_industry, ip_kind, plan_source, seller_kind, buyer_kind, seller_region_code, buyer_region_code, agency_id,
    seller_id, buyer_id)
  select id, version, 'book', 1, contract_amount_fen, technology_amount_fen, registered_on, decided_at, type, sub_type,
    'transfer', type, regime_key, technical_field, plan_industry, ip_kind, plan_source, seller_kind, buyer_kind,
    seller_region_code, buyer_region_code, agency_id, seller_id, buyer_id from registrations;
insert into number_series (series, last) values ('2026450100', 1);
commit;
`
