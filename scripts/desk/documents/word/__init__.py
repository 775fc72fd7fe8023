"""Read Word documents from their XML, as Word would show them."""
