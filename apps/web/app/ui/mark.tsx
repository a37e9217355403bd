interface MarkProps {
  size?: number
}

/** Two rivers meet and go on as one: the Zuo and the You become the Yong, as the one who has meets the one who needs. */
export function Mark({ size = 28 }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" fill="#0f6b4f" />
      <path
        d="M7.5 5.5c0 6.5 8.5 6 8.5 12.5 0 3.5-1.5 5-1.5 8.5M24.5 5.5c0 6.5-8.5 6-8.5 12.5"
        fill="none"
        stroke="#fff"
        strokeWidth="3"
        strokeLinecap="round"
      />
    </svg>
  )
}
