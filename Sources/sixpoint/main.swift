print("sixpoint")
