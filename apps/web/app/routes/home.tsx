import { useRootData } from '../lib/root-data.ts'
import { PageHeader } from '../ui/page-header.tsx'

export default function Home() {
  return <PageHeader title={useRootData()?.site.nameZh} />
}
