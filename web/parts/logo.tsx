/** The clew: a ball of thread with its loose end. */
export function Logo() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="logo-mark">
      <circle cx="9" cy="10" r="6.5" strokeWidth="1.6" />
      <path
        d="M4 7.500c4-1.500 8 .5 10 5M3 11c3-1 6 .4 8.500 4.700M7 4c3.500.8 6.500 3 8 6.500M15.300 12.500c1.200 1.700 2.200 3.500 3.700 4.500"
        strokeWidth="1.3"
      />
    </svg>
  );
}
