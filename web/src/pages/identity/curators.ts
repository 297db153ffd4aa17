/** Who decides on who is who among organisations. */
export const CURATORS = ["data_curator"] as const;
